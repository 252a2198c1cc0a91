"""The figures as Markdown."""

from timing import figure

# what the program is meant to keep to
MOST_MS, MOST_RATIO, MOST_MB, MOST_MS_AT_LIMIT, MOST_MS_FOR_FILES = 30, 3, 25, 1000, 100
LIMIT = 4 * 2**20


def markdown(figures):
    sections = [
        "# Benchmarks\n\nWritten by `benchmarks/run`; do not edit. The plans are generated "
        f"(`planmaker.py`, seed {figures['seed']}), every run is a fresh process with its output "
        "thrown away, programs that are compared run in turn. Times are medians, with the fastest "
        "and slowest run behind them.",
        aims(figures), machine(figures), hundred_kb(figures), repository(figures), start_up(figures),
        linters(figures), memory(figures), cost(figures), shapes(figures)]
    return "\n\n".join(section for section in sections if section) + "\n"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "|".join(["---"] + ["---:"] * (len(head) - 1)) + "|"]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows])


def ms(row):
    return f"{figure(row['medianMs'])} ({figure(row['minMs'])}–{figure(row['maxMs'])})"


def ratio(figures):
    rows = figures["hundredKB"]
    return rows["speccheck"]["medianMs"] / rows["cmark"]["medianMs"]


def aims(figures):
    hundred = figures["hundredKB"]["speccheck"]["medianMs"]
    memory = figures["memory"]["speccheck 100000"]
    largest = next(row for row in figures["cost"] if row["bytes"] == LIMIT)["speccheck"]["medianMs"]

    files = added_by_repository(figures)

    def kept(value, most):
        return "kept" if value <= most else "**missed**"

    return "## Aims\n\n" + table(
        ["aim", "at most", "measured", ""],
        [["fresh process, 100 KB", f"{MOST_MS} ms", f"{figure(hundred)} ms", kept(hundred, MOST_MS)],
         ["times `cmark`, same file", f"{MOST_RATIO}×", f"{ratio(figures):.1f}×",
          kept(ratio(figures), MOST_RATIO)],
         ["peak memory, 100 KB", f"{MOST_MB} MB", f"{memory:.1f} MB", kept(memory, MOST_MB)],
         ["4 MiB", f"{MOST_MS_AT_LIMIT} ms", f"{figure(largest)} ms", kept(largest, MOST_MS_AT_LIMIT)],
         ["added by 300 references to a repository of 10,000 files", f"{MOST_MS_FOR_FILES} ms",
          f"{figure(files)} ms", kept(files, MOST_MS_FOR_FILES)],
         ["growth with size, power", "1.1", f"{figures['slope']:.2f}", kept(figures["slope"], 1.1)]])


def machine(figures):
    m, noise = figures["machine"], figures["noise"]
    swing = 100 * (noise["maxMs"] - noise["minMs"]) / noise["minMs"]
    return (
        "## Machine\n\n"
        f"{m['cpu']}, {m['cores']} cores, {m['memoryGiB']} GiB, {m['kernel']}, {m['system']}; "
        f"load {m['loadBefore']} before the run, niceness {m['niceness']}. The same work {noise['rounds']} times took "
        f"{noise['minMs']}–{noise['maxMs']} ms: {swing:.0f} % between fastest and slowest, so "
        f"smaller differences mean nothing. Measured: {figures['version']}, a binary of "
        f"{figures['binaryBytes'] / 1e6:.1f} MB.")


def hundred_kb(figures):
    rows = figures["hundredKB"]
    return "## A plan of 100 KB\n\n" + table(
        ["program", "ms (fastest–slowest)", "of it processor", "times cmark"],
        [[f"`{name}`", ms(row), figure(row["processorMs"]),
          f"{row['medianMs'] / rows['cmark']['medianMs']:.1f}"]
         for name, row in rows.items()]
    ) + f"\n\n{rows['speccheck']['runs']} runs of each after warm-up."


def added_by_repository(figures):
    rows = figures["repository"]
    return rows["with"]["medianMs"] - rows["without"]["medianMs"]


def repository(figures):
    rows = figures["repository"]
    return "## In a repository\n\n" + table(
        ["300 references, 10,000 tracked files", "ms (fastest–slowest)", "of it processor"],
        [["not looked up (`--no-repo`)", ms(rows["without"]), figure(rows["without"]["processorMs"])],
         ["looked up", ms(rows["with"]), figure(rows["with"]["processorMs"])]]
    ) + "\n\nAll other figures here are without the repository."


def start_up(figures):
    return "## Start-up\n\n" + table(
        ["command", "ms (fastest–slowest)"],
        [[f"`{name}`", ms(row)] for name, row in figures["startUp"].items()])


def linters(figures):
    if not figures["linters"]:
        return ""
    own = figures["linters"][0]["medianMs"]
    return "## Beside other checkers of prose and Markdown, 100 KB\n\n" + table(
        ["program", "ms (fastest–slowest)", "times speccheck"],
        [[f"`{row['name']}` {row['version'] or ''}".strip(), ms(row),
          f"{row['medianMs'] / own:.0f}"] for row in figures["linters"]]
    ) + ("\n\nThey look for other things; the comparison says what a person who has them in an "
         "editor hook is used to wait for.")


def memory(figures):
    rows = figures["memory"]
    sizes = [(100_000, "100 KB"), (1_000_000, "1 MB"), (LIMIT, "4 MiB")]
    return "## Peak memory, MB\n\n" + table(
        ["program"] + [name for _, name in sizes],
        [[f"`{program}`"] + [rows[f"{program} {size}"] for size, _ in sizes]
         for program in ("speccheck", "cmark")]
    ) + f"\n\nThe way of measuring cannot show less than {rows['floor']} MB."


def cost(figures):
    return "## Cost by size\n\n![Cost of a fresh process by size of the plan](cost.svg)\n\n" + table(
        ["bytes", "speccheck, ms", "µs per KB", "cmark, ms"],
        [[row["bytes"], ms(row["speccheck"]),
          f"{1e6 * row['speccheck']['medianMs'] / row['bytes']:.0f}", ms(row["cmark"])]
         for row in figures["cost"]])


def shapes(figures):
    rows = sorted(figures["shapes"], key=lambda row: -row["large"])
    steepest = max(rows, key=lambda row: row["large"] / row["small"])
    return (
        "## Inputs made to be slow, 1 MB\n\n"
        f"{len(rows)} small pieces of Markdown, each repeated (`shapes.py`); milliseconds of "
        "processor time at a quarter of a megabyte and at a whole one. The steepest growth is "
        f"{steepest['large'] / steepest['small']:.1f}× for 4× the size ({steepest['name']}); a "
        "quadratic cost would be 16×. The ten slowest:\n\n"
        + table(["piece", "250 KB", "1 MB", "growth"],
                [[row["name"], figure(row["small"]), figure(row["large"]),
                  f"{row['large'] / row['small']:.1f}"] for row in rows[:10]]))


def plans_table(rows):
    return table(
        ["plan", "bytes", "speccheck", "cmark"],
        [[name, size, samples["speccheck"], samples["cmark"]] for name, size, samples in rows])
