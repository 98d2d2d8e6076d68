"""Whole small projects with one contributor's mistake or several, and the exact report that each is given.

A case is a folder of `cases/` whose files are laid over the project `cases/harbour`, which has no finding. `texts/`
holds what sources say; a case that brings a text of its own takes that source's receipt anew. `mistake.sh` does what
files in a repository can't show: other bytes, links, files that are gone. `arguments.txt` holds arguments of the check.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from proving import KEY, write

from factpress.cli.check import check as command
from factpress.evidence.document import read_document
from factpress.evidence.receipts import How
from factpress.pipeline import check
from factpress.records.date import parse_date
from factpress.sources.snapshot import take

CASES = Path(__file__).parent / "cases"
TODAY = parse_date("2026-11-24")
NAMES = sorted(folder.name for folder in CASES.iterdir())
OURS = {"report.txt", "mistake.sh", "arguments.txt"}
HOW = How("full", "url", "2021-06-03", "text")


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project that cases are laid over, each of its sources read."""
    folder = tmp_path_factory.mktemp("harbour")
    lay(CASES / "harbour", folder)
    return folder


def lay(case: Path, folder: Path) -> None:
    """A case's files over what is there, and the receipts of the sources whose texts it brings."""
    shutil.copytree(case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*OURS, "texts"))
    texts = sorted(case.glob("texts/*.txt"))
    book = check(folder, today=TODAY).book if texts else None
    for path in texts:
        assert book is not None
        quotes = [proof.quote for _, proof in book.quotes_of(path.stem)]
        document = read_document(path.read_text("utf-8"))
        receipt = take(book.sources[path.stem], quotes, document, how=HOW, key=KEY).receipt
        write(receipt, folder / "facts" / "receipts" / f"{path.stem}.json")
    script = case / "mistake.sh"
    if script.exists():
        subprocess.run(["sh", "-eu", str(script)], cwd=folder, check=True, timeout=30)


@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_told_exactly_this(name: str, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`GOLDEN=write make test` writes the reports anew, for a reviewer to read."""
    case, folder = CASES / name, tmp_path / "project"
    shutil.copytree(harbour, folder)
    lay(case, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setattr("factpress.cli.project.today", lambda: TODAY)
    arguments = case / "arguments.txt"
    done = CliRunner().invoke(command, arguments.read_text("utf-8").split() if arguments.exists() else [])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    report = f"{done.output}exit status {done.exit_code}\n"
    if os.environ.get("GOLDEN") == "write":
        (case / "report.txt").write_text(report, "utf-8", newline="\n")
    assert report == (case / "report.txt").read_text("utf-8")
