"""What a measurement says: ratios, geometric means, results.json and table.md.

Used by run.py; chart.py draws the same ratios. A ratio is the user time of gscript over that of a peer: below 1
gscript is faster. Times under a millisecond count as one millisecond in ratios, because the clock is no finer.
"""

import math

import engines

SHORTEST = 0.001  # seconds
MEMORY_COLUMNS = ["gscript", "luajit"]


def summary(series):
    """The figures kept of one Series."""
    if series.failure:
        return {"failure": series.failure}
    return {
        "output": series.output,
        "user_seconds": round(series.median("user"), 6),
        "system_seconds": round(series.median("system"), 6),
        "wall_seconds": round(series.median("wall"), 6),
        "peak_kib": series.median("peak_kib"),
        "user_seconds_of_each_run": [round(run.user, 6) for run in series.runs],
    }


def ratio(figures, peer):
    """Time of gscript over that of `peer` in one program's figures.

    None if one of them has no time, or if they printed different things and so did different work.
    """
    own, other = figures.get("gscript", {}), figures.get(peer, {})
    if "user_seconds" not in own or "user_seconds" not in other or own["output"] != other["output"]:
        return None
    return max(own["user_seconds"], SHORTEST) / max(other["user_seconds"], SHORTEST)


def peers_of(results):
    """Engines that gscript is compared with: the known peers, then its own other modes."""
    names = results["engines"]
    if "gscript" not in names:
        return []
    modes = [name for name in names if name.startswith("gscript ")]
    return [name for name in engines.PEERS if name in names] + modes


def geometric_mean(values):
    values = [value for value in values if value is not None]
    return math.exp(sum(map(math.log, values)) / len(values)) if values else None


def mean_ratio(results, peer):
    return geometric_mean(ratio(entry["engines"], peer) for entry in results["programs"].values())


def number(value, digits):
    return "-" if value is None else f"{value:.{digits}f}"


def seconds_cell(figures):
    return "failed" if "failure" in figures else number(figures.get("user_seconds"), 3)


def memory_cell(figures):
    peak = figures.get("peak_kib")
    return number(None if peak is None else peak / 1024, 1)


def row(cells):
    return "| " + " | ".join(cells) + " |"


def table(results):
    """The results as a Markdown table."""
    names, peers = list(results["engines"]), peers_of(results)
    memory = [name for name in MEMORY_COLUMNS if name in names]
    header = ["program"] + [f"{name} s" for name in names] + [f"gscript / {peer}" for peer in peers]
    header += [f"{name} MiB" for name in memory]
    lines = [row(header), row(["---"] + ["---:"] * (len(header) - 1))]
    for program, entry in results["programs"].items():
        figures = entry["engines"]
        cells = [" ".join([program, *entry["args"]])]
        cells += [seconds_cell(figures.get(name, {})) for name in names]
        cells += [number(ratio(figures, peer), 2) for peer in peers]
        cells += [memory_cell(figures.get(name, {})) for name in memory]
        lines.append(row(cells))
    if peers:
        means = [number(mean_ratio(results, peer), 2) for peer in peers]
        lines.append(row(["**geometric mean**"] + [""] * len(names) + means + [""] * len(memory)))
    return "\n".join(lines) + "\n"


def document(results):
    """The text of table.md: the table and how it was measured."""
    versions = [f"- {name}: {version}" for name, version in results["engines"].items()]
    return "\n".join([
        f"User seconds of whole processes, medians of {results['rounds']} interleaved rounds,",
        f"{results['sizes']} sizes, {results['date']}, {results['machine']}. Ratios below 1: gscript is faster.", "",
        *versions, "", table(results)])
