#!/usr/bin/env python3
"""Takes the picture of the terminal that is in docs/: runs commands on a terminal of their own and draws what they print."""
import os
import pty
import re
import subprocess
import sys
from html import escape
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
PICTURE = HOME / "docs" / "terminal.svg"
SERVER = "http://127.0.0.1:7001"
COMMANDS = [
    f"""./xmlrpc call {SERVER} addtogether '[1, "two"]' '[{{"three": 3.5}}, true]'""",
    f"./xmlrpc call {SERVER} divide 7 0",
    f"./xmlrpc describe {SERVER} system.methodHelp",
    f"""printf '["add", %s, 3]\\n' 7 '"x"' | ./xmlrpc batch --continue {SERVER}""",
    "./xmlrpc format --as python samples/curl/addTogether.xml",
    "echo '<methodCall><methodName>say hello</methodName></methodCall>' | ./xmlrpc lint -",
]

COLUMN, LINE, MARGIN, BAR = 8.4, 21, 22, 44
PAPER, INK, QUIET = "#171a26", "#d5d9e8", "#7d86a5"
COLOURS = {
    "31": "#ff8088",
    "32": "#8fd694",
    "33": "#e9c46a",
    "34": "#82aaff",
    "35": "#d6a0ff",
    "36": "#6fd3d9",
    "90": QUIET,
}
SEQUENCE = re.compile(r"\x1b\[([0-9;]*)([A-Za-z])")


def printed(command):
    """The lines that a command leaves on a terminal."""
    ours, its = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": ""}
    with subprocess.Popen(["sh", "-c", command], stdin=its, stdout=its, stderr=its, env=environment):
        os.close(its)
        out = b""
        try:
            while piece := os.read(ours, 65536):
                out += piece
        except OSError:
            pass  # Linux says so when the last program has let go of the terminal.
    os.close(ours)
    # What a carriage return has overwritten is not seen.
    return [line.split("\r")[-1] for line in out.decode().replace("\r\n", "\n").rstrip().split("\n")]


def runs(line):
    """The pieces of a line, each with its style."""
    style, at = [], 0
    for sequence in SEQUENCE.finditer(line):
        yield line[at : sequence.start()], style
        at = sequence.end()
        if sequence[2] == "m":
            style = [code for code in sequence[1].split(";") if code not in ("", "0")]
    yield line[at:], style


def text(x, y, content, colour, bold=False):
    weight = ' font-weight="700"' if bold else ""
    width = len(content) * COLUMN
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" textLength="{width:.1f}" fill="{colour}"{weight}>'
        f"{escape(content, quote=False)}</text>"
    )


def drawn(line, y):
    column = 0
    for content, style in runs(line):
        stripped = content.lstrip(" ")
        column += len(content) - len(stripped)
        if stripped:
            colour = next((COLOURS[code] for code in style if code in COLOURS), INK)
            yield text(MARGIN + column * COLUMN, y, stripped, colour, "1" in style)
        column += len(stripped)


def picture(exchanges):
    body, y, columns = [], BAR + LINE, 0
    for command, lines in exchanges:
        body.append(text(MARGIN, y, "$", COLOURS["32"], True))
        body.append(text(MARGIN + 2 * COLUMN, y, command, "#ffffff", True))
        y += LINE
        for line in lines:
            body.extend(drawn(line, y))
            y += LINE
        y += LINE / 2
        columns = max([columns, len(command) + 2, *(len(SEQUENCE.sub("", line)) for line in lines)])
    width, height = columns * COLUMN + 2 * MARGIN, y - LINE / 2
    dots = "".join(
        f'<circle cx="{MARGIN + 6 + 20 * i}" cy="{BAR / 2}" r="6" fill="{colour}"/>'
        for i, colour in enumerate(("#ff5f57", "#febc2e", "#28c840"))
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
            f'width="{width:.0f}" height="{height:.0f}" xml:space="preserve" font-size="14" '
            'font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, \'DejaVu Sans Mono\', monospace">',
            f'<rect width="100%" height="100%" rx="12" fill="{PAPER}"/>',
            dots,
            *body,
            "</svg>\n",
        ]
    )


def main():
    os.chdir(HOME)
    serve = ["./xmlrpc", "serve", "--port", "7001"]
    with subprocess.Popen(serve, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        try:
            if not server.stdout.readline().startswith(b"Listening on"):
                sys.exit("no server on port 7001")
            PICTURE.write_text(picture([(command, printed(command)) for command in COMMANDS]), encoding="utf-8")
        finally:
            server.terminate()
    print(PICTURE)


main()
