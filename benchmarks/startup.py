"""Measures what the command costs before it does its work: processor time beside an empty click group.

Whole processes are measured from outside, in turns, user and system time added. `check` runs on the first site, which
is this repository's own. The imports of `check` are measured in a process of their own that only imports, in the same
order, every module that `check` had imported when it ended.

With `--beside DIR`, each command also runs with the package of another checkout. Nothing here passes or fails by the
clock.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from measuring import machine, measure, row, tell

ROOT = Path(__file__).parent.parent
PYTHON, EMPTY = "Python alone", "an empty click group, `--help`"
CHECK, IMPORTS = "`factpress check`", "imports of `factpress check`"
# What an installed command's script does.
PROGRAM = "from factpress.cli.main import main\n\nmain()\n"
EMPTY_GROUP = """import click


@click.group()
def empty() -> None:
    \"\"\"Has no commands.\"\"\"


empty()
"""
# Runs `check`, then writes the names of all modules in the order in which they were imported.
LISTING = """import sys
from pathlib import Path

from factpress.cli.main import main

names, *sys.argv[1:] = sys.argv[1:]
try:
    main()
finally:
    found = [name for name, module in sys.modules.items() if getattr(module, "__spec__", None) is not None]
    Path(names).write_text("\\n".join(found), "utf-8")
"""
# Some modules can be imported only by those that need them, which import them then.
IMPORTING = """import importlib
import sys
from pathlib import Path

for name in Path(sys.argv[1]).read_text("utf-8").split():
    try:
        importlib.import_module(name)
    except ImportError:
        pass
"""


def commands(folder: Path, project: Path, environment: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Writes the programs into a folder, and returns each command by its name in the report."""
    for name, text in (("empty", EMPTY_GROUP), ("program", PROGRAM), ("list", LISTING), ("import", IMPORTING)):
        (folder / f"{name}.py").write_text(text, "utf-8")
    python, names = sys.executable, str(folder / "names.txt")
    program = (python, str(folder / "program.py"))
    check = ("check", "--project", str(project))
    measure(python, str(folder / "list.py"), names, *check, environment=environment)
    return {
        PYTHON: (python, "-c", "pass"),
        EMPTY: (python, str(folder / "empty.py"), "--help"),
        "`factpress --help`": (*program, "--help"),
        "`factpress --version`": (*program, "--version"),
        CHECK: (*program, *check),
        IMPORTS: (python, str(folder / "import.py"), names),
    }


def compare(checkouts: Mapping[str, Path], *, project: Path, runs: int) -> Iterator[str]:
    """Yields the report: a table with the median processor time of each command, by checkout."""
    taken: dict[tuple[str, str], list[float]] = {}
    with tempfile.TemporaryDirectory(prefix="factpress-bench-") as name:
        asked = {}
        for number, (checkout, path) in enumerate(checkouts.items()):
            folder = Path(name) / str(number)
            folder.mkdir()
            environment = {"PYTHONPATH": str(path.absolute() / "generator")}
            asked[checkout] = environment, commands(folder, project, environment)
        # The run that listed the modules has compiled them and brought their files into memory.
        for number in range(1, runs + 1):
            tell(f"start-up, run {number} of {runs}")
            for checkout, (environment, all_commands) in asked.items():
                for command, words in all_commands.items():
                    cpu = measure(*words, environment=environment).cpu
                    taken.setdefault((checkout, command), []).append(cpu)
    yield f"**Start-up** (processor time; {runs} run{'' if runs == 1 else 's, medians'})"
    yield ""
    yield from table({key: statistics.median(times) for key, times in taken.items()})


def table(medians: Mapping[tuple[str, str], float]) -> Iterator[str]:
    """Yields a table of processor seconds by checkout and command: each beside the empty group, and the other checkout.

    Below it is the share of imports in `check`.
    """
    checkouts = list(dict.fromkeys(checkout for checkout, _ in medians))
    first, *others = checkouts
    head = [""]
    for checkout in checkouts:
        head += [f"{checkout}, ms", "÷ empty group"]
    head += [f"{other} ÷ {first}" for other in others]
    yield row(head)
    yield row(["---"] + ["---:"] * (len(head) - 1))
    for command in dict.fromkeys(command for _, command in medians):
        cells = [command]
        for checkout in checkouts:
            cpu = medians[checkout, command]
            cells += [f"{cpu * 1000:.0f}", f"{cpu / medians[checkout, EMPTY]:.2f}"]
        cells += [f"{medians[other, command] / medians[first, command]:.2f}" for other in others]
        yield row(cells)
    yield ""
    shares = []
    for checkout in checkouts:
        imports = medians[checkout, IMPORTS] - medians[checkout, PYTHON]
        shares.append(f"{imports / medians[checkout, CHECK]:.0%} ({checkout})")
    yield f"Share of imports in `factpress check`, without Python's own start: {', '.join(shares)}."
    yield ""


def main() -> None:
    """Prints what starting costs."""
    parser = argparse.ArgumentParser(description="Measure the processor time of commands beside an empty click group.")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--beside", type=Path, metavar="DIR", help="another checkout to compare with")
    parser.add_argument("--project", type=Path, default=ROOT, metavar="DIR", help="what `check` reads")
    arguments = parser.parse_args()
    checkouts = {"here": ROOT} | ({"beside": arguments.beside} if arguments.beside else {})
    if not all((path / "generator" / "factpress").is_dir() for path in checkouts.values()):
        parser.error(f"{arguments.beside} has no generator/factpress")
    print(machine(), end="\n\n", flush=True)
    print("\n".join(compare(checkouts, project=arguments.project.absolute(), runs=max(1, arguments.runs))), flush=True)


if __name__ == "__main__":
    main()
