"""`factpress check --selftest`: each rule reports its fault in a copy of the project, and one that sleeps is named."""

from __future__ import annotations

import dataclasses
import functools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factpress.cli.check import check
from factpress.rules import RULES
from factpress.rules.rule import Problem, Project, Rule

HARBOUR = Path(__file__).parent.parent / "cases" / "harbour"


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, whose files partly have the names that rules' examples use."""
    for name in ("facts", "docs"):
        shutil.copytree(HARBOUR / name, tmp_path / name)
    (tmp_path / "docs/pier.png").write_bytes(b"\x89PNG")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def selftest(*arguments: str) -> Result:
    return CliRunner().invoke(check, ["--selftest", *arguments])


def asleep(rule: Rule) -> Rule:
    @functools.wraps(rule.check)
    def nothing(project: Project) -> Iterator[Problem]:
        yield from ()

    return dataclasses.replace(rule, check=nothing)


def test_every_rule_reports_its_fault_and_the_project_stays_as_it_is(harbour: Path) -> None:
    before = {path: path.read_bytes() for path in harbour.rglob("*") if path.is_file()}
    done = selftest()
    *apart, ledger = done.output.splitlines()
    assert ledger == f"planted {len(RULES)} faults of {len(RULES)} rules: all reported"
    # This project has an entity and a source of the same names, which its own claims use.
    assert {line.split(": ")[1] for line in apart} == {
        "planted in an empty project, because records or settings of this one conflict with its example"
    }
    assert {"F204 unused-entity", "F306 over-budget"} <= {line.split(": ")[0] for line in apart}
    assert len(apart) < 12
    assert done.exit_code == 0
    assert {path: path.read_bytes() for path in harbour.rglob("*") if path.is_file()} == before


def test_a_rule_that_never_fires_fails_the_self_test(harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tuple(asleep(rule) if rule.name == "unknown-id" else rule for rule in RULES)
    for module in ("pipeline", "cli.check", "cli.selftest"):
        monkeypatch.setattr(f"factpress.{module}.RULES", broken)
    done = selftest("--select", "unknown-id,quote-length,F404")
    assert done.output == (
        "F201 unknown-id: its fault was planted and not reported\nplanted 3 faults of 3 rules: 1 not reported\n"
    )
    assert done.exit_code == 1


def test_a_rule_that_fires_elsewhere_alone_has_missed_its_fault(harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the project itself does wrong is no proof."""
    (harbour / "facts/entities/lonely.yml").write_text("name: Lonely\ntype: Place\n", "utf-8")
    (unused,) = (rule for rule in RULES if rule.name == "unused-entity")

    @functools.wraps(unused.check)
    def the_old_one_alone(project: Project) -> Iterator[Problem]:
        yield from (found for found in unused.check(project) if found.place.path.endswith("lonely.yml"))

    broken = tuple(dataclasses.replace(rule, check=the_old_one_alone) if rule is unused else rule for rule in RULES)
    for module in ("pipeline", "cli.check", "cli.selftest"):
        monkeypatch.setattr(f"factpress.{module}.RULES", broken)
    assert selftest("--select", "F204").exit_code == 1


def test_a_fault_that_can_not_be_planted_is_listed(harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(harbour / "nowhere"))
    done = selftest("--select", "special-file,quote-length")
    assert done.output == (
        "F002 special-file: not planted: its example needs commands that are missing on this system\n"
        "planted 1 fault of 2 rules: all reported, 1 not planted\n"
    )
    assert done.exit_code == 0


def test_nothing_is_written_through_a_link(harbour: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "index.md"
    outside.write_text("# Ours\n", "utf-8")
    (harbour / "docs/index.md").unlink()
    (harbour / "docs/index.md").symlink_to(outside)
    os.mkfifo(harbour / "docs/pipe.md")
    assert selftest("--select", "raw-html").exit_code == 0
    assert outside.read_text("utf-8") == "# Ours\n"


def test_records_that_can_not_be_read_are_mended_first(harbour: Path) -> None:
    (harbour / "facts/entities/lonely.yml").write_text("name: Lonely\n", "utf-8")
    done = selftest("--select", "F204")
    assert done.exit_code == 2
    assert "fix the errors first" in done.output
