"""The part of docs/scale.md that is computed: one machine's ceiling, and a cluster of some."""

from collections.abc import Iterator

from scripts.scale_sums import DAY, GIB, HOUR, Job, Results, jobs

MACHINES = (1, 2, 4, 8, 16, 32, 64)


def jobs_section(results: Results) -> Iterator[str]:
    """What each job takes on one machine and on some, for the jobs whose rates were measured."""
    found = list(jobs(results))
    if not found:
        return
    machine = results["load" if "load" in results else "tables"]["machine"]
    cores, disk = machine["cores"], machine["disk_gib"]
    yield from _formulas()
    yield from _rates(found)
    yield from _ceiling(found, cores, disk)
    yield from _cluster(found, cores)
    yield from _limits()


def _formulas() -> Iterator[str]:
    yield "## How the rest is computed"
    yield ""
    yield "Nothing below was run. *r* is the seconds that one core takes to read an item, *e* the"
    yield "part of its rate that a worker keeps beside another, *w* the seconds of the one writer"
    yield "for it, *c* the cores of a machine, *k* the machines. Articles are read by workers"
    yield "anywhere, but all claims are written by one process, which also reads event tables:"
    yield ""
    yield "    seconds an article = max(w, (r / e + w) / (c k))        in one store"
    yield "    seconds a row      = r + w                              in one store"
    yield "    seconds either     = those of one machine, divided by k in k stores"
    yield ""
    yield "From k = (r / e + w) / (c w) on the writer of articles is never idle, and more machines"
    yield "change nothing. k stores hold a part each, say a year, and answer for it alone."
    yield ""
    yield "*r* of articles is that of both rule engines on the articles measured, which were chosen"
    yield "because they tell of ties; an archive of all news has fewer claims an article. *w* is"
    yield "the load of its claims with resolution in the largest store measured, or, where that is"
    yield "more, what the parent of the workers spends on it with a small store in memory; that a"
    yield "claim costs the same in larger stores is taken for granted. For GDELT rows *w* leaves"
    yield "resolution out: they are read rightly too seldom to count, so they wait and resolve into"
    yield "nothing."
    yield ""


def _rates(found: list[Job]) -> Iterator[str]:
    yield "| job | items | r, ms | e | w, ms | bytes on disk an item |"
    yield "|---|---|---|---|---|---|"
    for job in found:
        kept = "" if job.efficiency is None else f"{job.efficiency:.2f}"
        yield (
            f"| {job.name} | {job.items:,.0f} | {job.read * 1000:,.3g} | {kept} "
            f"| {job.write * 1000:,.3g} | {job.room:,.0f} |"
        )
    yield ""


def _ceiling(found: list[Job], cores: int, disk: float) -> Iterator[str]:
    yield "## One machine of this size"
    yield ""
    yield f"Time and a disk of {disk:,.0f} GiB set the bounds. A load keeps one commit or one batch"
    yield "of rows in memory at a time, see *at most* above."
    yield ""
    yield "| job | in a day | that fit on the disk | days to fill it | the whole |"
    yield "|---|---|---|---|---|"
    for job in found:
        day, fit = DAY / job.an_item(cores), disk * GIB / job.room
        yield (
            f"| {job.name} | {day:,.0f} | {fit:,.0f} | {fit / day:,.1f} "
            f"| {job.items / day:,.1f} days, {job.items * job.room / GIB:,.0f} GiB |"
        )
    yield ""


def _cluster(found: list[Job], cores: int) -> Iterator[str]:
    yield f"## k machines of {cores} cores"
    yield ""
    yield "Hours for the whole job."
    yield ""
    names = " | ".join(f"{job.items:,.0f} {job.name}, one store | in k stores" for job in found)
    yield f"| k | {names} |"
    yield "|" + "---|" * (2 * len(found) + 1)
    for machines in MACHINES:
        yield f"| {machines} | {' | '.join(_hours(job, machines, cores) for job in found)} |"
    yield ""
    for job in found:
        yield f"- {job.name}: more than {job.enough(cores)} do not help one store."
    yield ""


def _hours(job: Job, machines: int, cores: int) -> str:
    one_store = job.items * job.an_item(cores * machines) / HOUR
    return f"{one_store:,.1f} | {job.items * job.an_item(cores) / machines / HOUR:,.1f}"


def _limits() -> Iterator[str]:
    yield "## What does not scale"
    yield ""
    yield "- **Writing.** A store has one writer on one disk. Workers anywhere read articles for"
    yield "  it, none writes. Beyond that: a store for each part of the world or of time, and Neo4j"
    yield "  for what must stand in one place."
    yield "- **Room.** The store is on the writer's disk, as a whole."
    yield "- **Busy pairs.** All that is claimed between the same parties in a family of types is"
    yield "  resolved together, so a claim on a busy pair costs as many readings as the pair has"
    yield "  claims."
    yield "- **Questions on busy states** take as long as they have edges; they do not use a second"
    yield "  machine, though any number of readers can each ask."
