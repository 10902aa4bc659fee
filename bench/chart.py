"""Draws the ratios of a measurement as a bar chart in SVG.

Used by run.py. One group of bars per program, one bar per peer, on a logarithmic scale: a bar to the right of the
line at 1 says how many times faster gscript is than that peer, a bar to the left how many times slower.
"""

import math
from xml.sax.saxutils import escape

import report

COLOURS = {"luajit": "#d1495b", "luajit -joff": "#edae49", "lua5.4": "#00798c", "node": "#6a994e", "C": "#4a4e69"}
MODE_COLOUR = "#9d8df1"
BAR, GAP = 6, 9                     # heights of a bar and of the space between groups
LEFT, RIGHT, TOP, BOTTOM = 190, 44, 96, 52
LABEL_MARGIN = 34                   # room for the values of bars cut at the left
PLOT_WIDTH = 720
LARGEST_POWER = 6                   # the axis ends at 1/64 and 64; longer bars are cut and labelled


class Scale:
    """Maps a speed-up to a horizontal position."""

    def __init__(self, values):
        reach = max((abs(math.log2(value)) for value in values), default=1.0)
        self.power = min(max(math.ceil(reach), 1), LARGEST_POWER)

    def x(self, value):
        power = max(-self.power, min(self.power, math.log2(value)))
        return LEFT + PLOT_WIDTH * (power + self.power) / (2 * self.power)

    def cuts(self, value):
        return abs(math.log2(value)) > self.power

    def ticks(self):
        return range(-self.power, self.power + 1)


def text(x, y, content, size=12, anchor="start", weight="normal", colour="#222"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}" '
            f'fill="{colour}">{escape(content)}</text>')


def rectangle(x, y, width, height, colour):
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}"/>'


def line(x1, y1, x2, y2, colour, width=1.0):
    return (f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
            f'stroke-width="{width}"/>')


def colour_of(peer):
    return COLOURS.get(peer, MODE_COLOUR)


def speed_ups(results, peers):
    """(label, {peer: speed-up or None}) for every program, after the geometric means."""
    def inverse(value):
        return None if value is None else 1 / value
    groups = [("geometric mean", {peer: inverse(report.mean_ratio(results, peer)) for peer in peers})]
    for program, entry in results["programs"].items():
        groups.append((program, {peer: inverse(report.ratio(entry["engines"], peer)) for peer in peers}))
    return groups


def draw_axis(scale, bottom):
    parts = []
    for power in scale.ticks():
        x = scale.x(2.0 ** power)
        label = f"{2 ** power}" if power >= 0 else f"1/{2 ** -power}"
        parts.append(line(x, TOP, x, bottom, "#333" if power == 0 else "#ddd", 1.4 if power == 0 else 1.0))
        parts.append(text(x, TOP - 6, label, 11, "middle"))
        parts.append(text(x, bottom + 16, label, 11, "middle"))
    centre = scale.x(1.0)
    parts.append(text(centre, bottom + 38, "time of the peer / time of gscript (logarithmic)", 12, "middle"))
    parts.append(text(LEFT, bottom + 38, "← gscript slower", 12, "start", colour="#666"))
    parts.append(text(LEFT + PLOT_WIDTH, bottom + 38, "gscript faster →", 12, "end", colour="#666"))
    return parts


def cut_label(end, y, value):
    if value > 1:
        return text(end + 3, y, f"{value:.0f}", 8, "start")
    return text(end - 3, y, f"1/{1 / value:.0f}", 8, "end")


def draw_group(scale, label, values, y):
    height = BAR * len(values)
    weight = "bold" if label == "geometric mean" else "normal"
    parts = [text(LEFT - LABEL_MARGIN, y + height / 2 + 4, label, 12, "end", weight)]
    for index, (peer, value) in enumerate(values.items()):
        if value is None:
            continue
        start, end = scale.x(1.0), scale.x(value)
        top = y + index * BAR
        parts.append(rectangle(min(start, end), top, max(abs(end - start), 1.0), BAR - 1, colour_of(peer)))
        if scale.cuts(value):
            parts.append(cut_label(end, top + BAR - 1, value))
    return parts


def draw_legend(peers):
    parts, x = [], float(LEFT)
    for peer in peers:
        parts.append(rectangle(x, 46, 14, 12, colour_of(peer)))
        parts.append(text(x + 20, 56, f"against {peer}", 12))
        x += 40 + 7.2 * len(f"against {peer}")
    return parts


def chart(results):
    """The SVG text of the chart."""
    peers = report.peers_of(results)
    groups = speed_ups(results, peers)
    scale = Scale([value for _, values in groups for value in values.values() if value is not None])
    step = BAR * len(peers) + GAP
    bottom = TOP + GAP + step * len(groups)
    width, height = LEFT + PLOT_WIDTH + RIGHT, bottom + BOTTOM
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
             f'viewBox="0 0 {width} {height}" font-family="DejaVu Sans, Helvetica, Arial, sans-serif">',
             rectangle(0, 0, width, height, "#ffffff"),
             text(LEFT, 30, "GScript against other engines, user time of whole programs", 17, weight="bold")]
    parts += draw_legend(peers)
    for index, (label, values) in enumerate(groups):
        y = TOP + GAP + index * step
        if index % 2 == 0:
            parts.append(rectangle(0, y - GAP / 2, width, step, "#f6f6f8"))
    parts += draw_axis(scale, bottom)
    for index, (label, values) in enumerate(groups):
        parts += draw_group(scale, label, values, TOP + GAP + index * step)
    return "\n".join(parts) + "\n</svg>\n"
