#!/usr/bin/env python3
"""Draws results/*.tsv as SVG, and writes their tables into RESULTS.md, between its markers.

Usage: benchmarks/charts.py
"""
import re
from dataclasses import dataclass
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
STEPS = re.compile(r"(parse|write|dispatch|client and server) (.*)")
CHARTS = {
    "codec": ["thread CPU us"],
    "server": ["calls/s", "server CPU us"],
    "client": ["calls/s"],
    "start-up": ["ms"],
}
STYLE = """
text { font: 12px system-ui, sans-serif; fill: #24292f }
.title { font-weight: 600; font-size: 13px }
.value { fill: #57606a }
.bar { fill: #8c959f }
.ours { fill: #0969da }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .value { fill: #9198a1 }
  .bar { fill: #656c76 }
  .ours { fill: #4493f8 }
}
"""


@dataclass
class Line:
    contender: str
    work: str
    metric: str
    median: float
    least: float
    most: float
    ratio: float


@dataclass
class Result:
    name: str
    facts: list
    lines: list

    @property
    def benchmark(self):
        return self.name.split("-jdk")[0]

    @property
    def jdk(self):
        return "JDK " + self.name.split("-jdk")[1]

    def measured(self):
        return [line for line in self.lines if " over " not in line.metric]


def read(path):
    facts, lines = [], []
    for text in path.read_text(encoding="utf-8").splitlines():
        if text.startswith("# "):
            facts.append(text[2:])
        elif not text.startswith("contender\t"):
            contender, work, metric, *figures = text.split("\t")
            lines.append(Line(contender, work, metric, *map(float, figures)))
    return Result(path.stem, facts, lines)


def unique(items):
    return list(dict.fromkeys(items))


def number(value):
    size = abs(value)
    if size >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if size >= 10 else f"{value:.2f}" if size >= 0.1 else f"{value:.3g}"


def split(work):
    """A codec's work is a step and a payload; others are of one step."""
    match = STEPS.fullmatch(work)
    return match.groups() if match else ("", work)


def svg(result, metric):
    """A panel of bars for each work."""
    panels = {}
    for line in result.measured():
        if line.metric == metric:
            panels.setdefault(line.work, []).append(line)
    left, width, right, step = 290, 380, 90, 18
    parts, y = [], 8
    for work, lines in panels.items():
        y += 20
        parts.append(f'<text class="title" x="8" y="{y}">{escape(f"{work}, {metric}")}</text>')
        longest = max(line.median for line in lines)
        for line in lines:
            y += step
            size = max(1.0, width * line.median / longest)
            kind = "ours" if line.contender.startswith("xmlrpc4j") else "bar"
            value = f"{number(line.median)} ({number(line.ratio)})"
            parts.append(
                f'<text x="{left - 8}" y="{y}" text-anchor="end">{escape(line.contender)}</text>'
                f'<rect class="{kind}" x="{left}" y="{y - 10}" width="{size:.1f}" height="12" rx="2"/>'
                f'<text class="value" x="{left + size + 6:.1f}" y="{y}">{value}</text>'
            )
        y += 12
    whole = left + width + right
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {y}" width="{whole}" height="{y}" role="img">'
        f"<title>{escape(f'{result.benchmark}, {result.jdk}: {metric}')}</title><style>{STYLE}</style>\n"
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def row(cells):
    return "| " + " | ".join(cells) + " |"


def table(head, rows):
    return "\n".join([row(head), row(["---"] * len(head)), *map(row, rows)])


def tables(result):
    """A table for each metric and step: contenders by works."""
    found = []
    lines = result.measured()
    for metric, step in unique((line.metric, split(line.work)[0]) for line in lines):
        cells = {}
        for line in lines:
            if (line.metric, split(line.work)[0]) == (metric, step):
                cell = f"{number(line.median)} ({number(line.ratio)})"
                cells.setdefault(line.contender, {})[split(line.work)[1]] = cell
        works = unique(work for by_work in cells.values() for work in by_work)
        rows = [[who, *(by_work.get(work, "") for work in works)] for who, by_work in cells.items()]
        found.append(table([f"{step} {metric}".strip(), *works], rows))
    return found


def flat(result):
    """One table of all lines, where each work has metrics of its own."""
    head = ["", "work", "metric", "median", "least", "most"]
    rows = [
        [line.contender, line.work, line.metric, *map(number, (line.median, line.least, line.most))]
        for line in result.measured()
    ]
    return [table(head, rows)]


def section(result):
    """What one benchmark gave on one JDK, with the charts, which are drawn by the way."""
    parts = [f"### {result.benchmark}.sh, {result.jdk}", "\n".join(f"- {fact}" for fact in result.facts)]
    for metric in CHARTS.get(result.benchmark, []):
        file = f"results/{result.name}-{re.sub('[^A-Za-z]+', '-', metric).strip('-').lower()}.svg"
        (HERE / file).write_text(svg(result, metric), encoding="utf-8")
        parts.append(f"![{metric}]({file})")
    parts += flat(result) if result.benchmark == "scale" else tables(result)
    return "\n\n".join(parts)


def bars(results):
    """Each bar with the ratios that were reached, on each JDK."""
    rows = []
    jdks = unique(result.jdk for result in results)
    for text in (HERE / "bars.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        contender, other, work, metric, bound, bar = text.split("\t")
        cells = []
        for jdk in jdks:
            cell = ""
            for result in results:
                for line in result.lines:
                    key = (line.contender, line.work, line.metric)
                    if result.jdk == jdk and key == (contender, work, f"{metric} over {other}"):
                        reached = line.median >= float(bar) if bound == "at least" else line.median <= float(bar)
                        spread = f"{number(line.least)} to {number(line.most)}"
                        cell = f"{'yes' if reached else 'no'}: {number(line.median)} ({spread})"
            cells.append(cell)
        if any(cells):
            rows.append([work, f"{contender} / {other}, {metric}", f"{bound} {bar}", *cells])
    return table(["work", "ratio", "bar", *jdks], rows)


def between(text, name, content):
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    before, rest = text.split(begin)
    return before + begin + "\n\n" + content + "\n\n" + end + rest.split(end)[1]


def main():
    results = [read(path) for path in sorted((HERE / "results").glob("*.tsv"))]
    file = HERE / "RESULTS.md"
    text = file.read_text(encoding="utf-8")
    text = between(text, "bars", bars(results))
    text = between(text, "results", "\n\n".join(map(section, results)))
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
