"""Draws the table that Load prints, from standard input to standard output, as an SVG."""
import sys
from html import escape

WIDTH, PANEL, LEFT, BAR, STEP = 1000, 158, 34, 26, 34
TOP_CALLS, TOP_MEMORY, HEIGHT = 150, 358, 130
SHORT = {1: '1', 10: '10', 100: '100', 1000: '1,000'}

STYLE = '''
text { font: 12px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: #24292f }
.title { font-size: 19px; font-weight: 600 }
.name { font-size: 14px; font-weight: 600 }
.part { font-size: 13px; font-weight: 600 }
.note, .axis { fill: #57606a }
.card { fill: #ffffff; stroke: #d0d7de }
.line { stroke: #d0d7de }
.calls { fill: #0969da; stroke: #0969da }
.memory { fill: #8250df; stroke: #8250df }
.hollow { fill-opacity: .12; stroke-dasharray: 4 3 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .note, .axis { fill: #9da7b3 }
  .card { fill: #0d1117; stroke: #30363d }
  .line { stroke: #30363d }
  .calls { fill: #58a6ff; stroke: #58a6ff }
  .memory { fill: #bc8cff; stroke: #bc8cff }
}
'''


def read(lines):
    about, rows = '', []
    for line in lines:
        if line.startswith('#'):
            about = line[1:].strip()
        elif not line.startswith('server\t'):
            name, *numbers = line.rstrip('\n').split('\t')
            rows.append((name, *map(int, numbers)))
    return about, rows


def text(x, y, words, kind='', anchor='middle'):
    print(f'<text x="{x}" y="{y}" class="{kind}" text-anchor="{anchor}">{escape(words)}</text>')


def amount(value):
    return f'{value / 1000:.0f}k' if value >= 10_000 else f'{value / 1000:.1f}k' if value >= 1000 else str(value)


def bars(rows, top, column, kind, show):
    highest = max(row[column] for row in rows)
    for row, x in zip(rows, places(rows)):
        size = HEIGHT * row[column] / highest
        hollow = ' hollow' if row[2] < row[1] else ''
        base = top + HEIGHT
        print(f'<rect x="{x}" y="{base - size:.1f}" width="{BAR}" height="{size:.1f}" rx="2"'
              f' class="{kind}{hollow}"/>')
        text(x + BAR / 2, round(base - size - 6, 1), show(row[column]))
        text(x + BAR / 2, base + 17, SHORT[row[1]], 'axis')
    for start in range(len(rows) // 4):
        x = LEFT + start * PANEL
        print(f'<line x1="{x - 4}" x2="{x + 4 * STEP - 4}" y1="{base}" y2="{base}" class="line"/>')


def places(rows):
    return [LEFT + i // 4 * PANEL + i % 4 * STEP for i in range(len(rows))]


def waiting(rows):
    for i in range(0, len(rows), 4):
        served = [row[2] for row in rows[i:i + 4] if row[2] < row[1]]
        words = f'serves {served[-1]} at a time' if served else 'serves all at once'
        text(LEFT + i // 4 * PANEL + 2 * STEP - 4, 90, words, 'note')


def draw(about, rows):
    height = TOP_MEMORY + HEIGHT + 60
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
          ' aria-label="Calls per second and memory of six servers">')
    print(f'<style>{STYLE}</style>')
    print(f'<rect x=".5" y=".5" width="{WIDTH - 1}" height="{height - 1}" rx="8" class="card"/>')
    text(LEFT - 4, 36, 'Six servers, and their connections', 'title', 'start')
    text(WIDTH - LEFT + 4, 36, about, 'note', 'end')
    for i, row in enumerate(rows[::4]):
        text(LEFT + i * PANEL + 2 * STEP - 4, 72, row[0], 'name')
    waiting(rows)
    text(LEFT - 4, TOP_CALLS - 26, 'Calls per second, by number of connections', 'part', 'start')
    bars(rows, TOP_CALLS, 3, 'calls', amount)
    text(LEFT - 4, TOP_MEMORY - 26, 'Memory of the server, MiB', 'part', 'start')
    bars(rows, TOP_MEMORY, 4, 'memory', str)
    text(LEFT - 4, height - 16, 'Dashed: only some of the connections were served; the others waited the'
         ' whole time.', 'note', 'start')
    print('</svg>')


draw(*read(sys.stdin))
