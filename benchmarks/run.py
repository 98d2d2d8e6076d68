"""Measures `factpress check` and `factpress build` beside stock MkDocs with Material and Hugo, on the same pages.

Whole processes are timed from outside, in turns, so that a machine that slows down slows all of them alike. Nothing
here passes or fails by the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ParamSpec, TypeVar
from unittest.mock import patch

from fairness import differences
from measuring import Run, machine, measure, row, tell

P = ParamSpec("P")
T = TypeVar("T")
HERE = Path(__file__).parent
# Up to this many claims three runs are quick; above, one takes minutes.
MANY_RUNS_UP_TO = 2_000
NAMES = {
    "check": "`factpress check`",
    "build": "`factpress build`",
    "stock": "stock MkDocs + Material",
    "hugo": "Hugo",
}
RATIOS = (("stock ÷ ours", "stock", "build"), ("ours ÷ Hugo", "build", "hugo"))
HEAD = ("", "wall s", "from – to", "CPU s", "ms a record", "ms a page", "peak MB", "output MB", "bytes a page")


@dataclass(frozen=True, slots=True)
class Output:
    """What a site weighs: its pages, all bytes, and the bytes of an average page."""

    pages: int = 0
    total: int = 0
    page: float = 0.0


def weigh(site: Path) -> Output:
    """What a built site weighs."""
    sizes = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    pages = [size for path, size in sizes.items() if path.suffix == ".html"]
    return Output(len(pages), sum(sizes.values()), statistics.mean(pages))


def compare(size: int, *, runs: int, folder: Path, seed: int, hugo: str = "") -> Iterator[str]:
    """Yields the report on one size, a table first; the projects and sites stay in the folder.

    Without a program for Hugo it is left out. Ends the benchmark if the sites do not have the same pages.
    """
    tell(f"{size:,} claims: writing the projects")
    measure(sys.executable, str(HERE / "synthetic.py"), str(size), str(folder), "--seed", str(seed))
    projects = {"build": folder / "ours", "stock": folder / "stock", "hugo": folder / "hugo"}
    ours = projects["build"]
    sites = {name: project / "site" for name, project in projects.items() if name != "hugo" or hugo}
    python = (sys.executable, "-m")
    commands: dict[str, tuple[str, ...]] = {
        "check": (*python, "factpress", "check", "--project", str(ours)),
        "build": (*python, "factpress", "build", "--project", str(ours)),
        "stock": (*python, "mkdocs", "build", "--quiet", "--config-file", str(projects["stock"] / "mkdocs.yml")),
    }
    if hugo:
        source, site = projects["hugo"].absolute(), sites["hugo"].absolute()
        commands["hugo"] = (hugo, "build", "--quiet", "--source", str(source), "--destination", str(site))
    taken: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(1, runs + 1):
        for name, command in commands.items():
            tell(f"{size:,} claims, run {number} of {runs}: {name}")
            if name in sites:
                shutil.rmtree(sites[name], ignore_errors=True)
            taken[name].append(measure(*command))
    tell(f"{size:,} claims: whether the sites have the same pages")
    unfair = [line for name in sites if name != "build" for line in differences(sites["build"], sites[name])]
    if unfair:
        raise SystemExit("\n".join([*unfair[:20], f"{len(unfair)} differences: the comparison is not fair"]))
    outputs = {name: weigh(site) for name, site in sites.items()}
    tell(f"{size:,} claims: where our build spends its time")
    inside = measure_inside(ours)
    records = [path.stat().st_size for path in (ours / "facts").rglob("*.yml")]
    yield (
        f"**{size:,} claims** ({len(records):,} records of {statistics.mean(records):,.0f} bytes,"
        f" {outputs['build'].pages:,} pages; {runs} run{'' if runs == 1 else 's, medians'})"
    )
    yield ""
    yield from table(taken, outputs, len(records))
    yield ""
    walls = {name: statistics.median(run.wall for run in taken[name]) for name in taken}
    yield shares(walls["build"], walls["check"], inside)
    yield ""


def table(taken: Mapping[str, Sequence[Run]], outputs: Mapping[str, Output], records: int) -> Iterator[str]:
    """Yields a table of what each took, with a row for each ratio whose two builds were measured."""
    yield row(HEAD)
    yield row(["---"] + ["---:"] * (len(HEAD) - 1))
    medians: dict[str, tuple[float, ...]] = {}
    for name, runs in taken.items():
        walls = [run.wall for run in runs]
        wall, cpu = statistics.median(walls), statistics.median(run.cpu for run in runs)
        peak, output = statistics.median(run.peak for run in runs), outputs.get(name, Output())
        medians[name] = (wall, cpu, peak, output.total, output.page)
        spread = f"{min(walls):.2f} – {max(walls):.2f}" if len(walls) > 1 else "–"
        page = f"{wall * 1000 / output.pages:.2f}" if output.pages else "–"
        cells = [NAMES[name], f"{wall:.2f}", spread, f"{cpu:.2f}", f"{wall * 1000 / records:.2f}", page]
        cells += [f"{peak / 1e6:.0f}", f"{output.total / 1e6:.1f}", f"{output.page:,.0f}"]
        yield row(cells if output.pages else [*cells[:-2], "–", "–"])
    for name, above, below in RATIOS:
        if above in medians and below in medians:
            ratios = [f"{one / other:.2f}" for one, other in zip(medians[above], medians[below], strict=True)]
            yield row([name, ratios[0], "", ratios[1], ratios[0], ratios[0], *ratios[2:]])


def shares(build: float, check: float, inside: dict[str, float]) -> str:
    """What parts of our build are reading and checking, our pages, and the engine with its theme."""
    # The command checks before it starts the engine, which `check` measures; the plugin checks again there. What the
    # one run inside took is used as shares only, since two runs are never equally long.
    rest = inside["whole"] - inside["check"] - inside["pages"]
    scale = (build - check) / inside["whole"]
    parts = {
        "the command's own start and check": check,
        "reading and checking in the plugin": inside["check"] * scale,
        "our pages": inside["pages"] * scale,
        "MkDocs with its theme and search, and writing": rest * scale,
    }
    said = "; ".join(f"{name} {part:.2f} s ({part / build:.0%})" for name, part in parts.items())
    return f"Inside our build, as one more run shares it out: {said}."


def measure_inside(project: Path) -> dict[str, float]:
    """Seconds that a build by MkDocs took in reading and checking, in our pages and as a whole."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "inside.json"
        run = measure(
            sys.executable, str(HERE / "run.py"), "--inside", str(project), str(Path(folder) / "site"), str(report)
        )
        parts: dict[str, float] = json.loads(report.read_text("utf-8"))
    return {**parts, "whole": run.wall}


def inside(project: str, site: str, report: str) -> None:
    """Builds a project in this process and writes what its parts took."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from factpress import pipeline
    from factpress.pages import render

    spent: Counter[str] = Counter()

    def timed(name: str, function: Callable[P, T]) -> Callable[P, T]:
        def call(*args: P.args, **options: P.kwargs) -> T:
            start = time.perf_counter()
            try:
                return function(*args, **options)
            finally:
                spent[name] += time.perf_counter() - start  # type: ignore[assignment] # counts, here of seconds

        return call

    # Pages are made as they are asked for, so that all of them are asked for at once here.
    pages: Any = timed("pages", lambda *args, **options: list(rendered(*args, **options)))
    rendered = render.render
    with patch.object(pipeline, "check", timed("check", pipeline.check)), patch.object(render, "render", pages):
        build(load_config(str(Path(project) / "mkdocs.yml"), site_dir=site))
    Path(report).write_text(json.dumps(spent), "utf-8")


def hugo_of(environment: Path) -> str:
    """Returns the program in a virtual environment with the package `hugo`, or an empty string if there is none."""
    # The command beside the interpreter would start Python first.
    found = sorted(environment.glob("lib/python*/site-packages/hugo/binaries/hugo"))
    return str(found[0]) if found else ""


def version_of(hugo: str) -> str:
    """Returns the name and version of a program for Hugo, as it prints them; empty if it can't be run."""
    try:
        done = subprocess.run([hugo, "version"], capture_output=True, text=True)
    except OSError:
        return ""
    return " ".join(done.stdout.split("-")[0].split()).replace("hugo v", "Hugo ") if done.returncode == 0 else ""


def main() -> None:
    """Prints a table for each size."""
    parser = argparse.ArgumentParser(description="Measure factpress beside stock MkDocs with Material, and Hugo.")
    parser.add_argument("--sizes", default="1000,10000", help="numbers of claims, separated by commas")
    parser.add_argument("--runs", type=int, help=f"for each size; default: 3, and 1 above {MANY_RUNS_UP_TO:,} claims")
    parser.add_argument("--seed", type=int, default=1, help="for other projects of the same size")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the projects and sites of each size in DIR")
    parser.add_argument(
        "--hugo", type=Path, default=HERE.parent / ".venv-hugo", metavar="DIR", help="a virtual environment with hugo"
    )
    parser.add_argument("--inside", nargs=3, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inside:
        inside(*arguments.inside)
        return
    sizes = [int(size) for size in arguments.sizes.split(",")]
    if not hasattr(os, "wait4"):
        parser.error("this system does not say how much memory a process took")
    hugo = hugo_of(arguments.hugo)
    known = version_of(hugo) if hugo else ""
    if not known:
        tell(f"Hugo is not installed in {arguments.hugo}: going on without it")
    print(machine(*filter(None, [known])), end="\n\n", flush=True)
    for size in sizes:
        runs = arguments.runs or (3 if size <= MANY_RUNS_UP_TO else 1)
        with tempfile.TemporaryDirectory(prefix="factpress-bench-") as folder:
            place = arguments.keep / str(size) if arguments.keep else Path(folder)
            lines = compare(size, runs=runs, folder=place, seed=arguments.seed, hugo=hugo if known else "")
            print("\n".join(lines), flush=True)


if __name__ == "__main__":
    main()
