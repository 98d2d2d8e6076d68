"""Each rule's examples are laid out and checked once a session, for every test that looks at what was found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from factpress.cli.examples import lay
from factpress.findings import Finding
from factpress.pipeline import Checked, check
from factpress.records.date import parse_date
from factpress.rules.rule import Rule
from factpress.site.configuration import configuration

TODAY = parse_date("2026-11-24")


@dataclass(frozen=True)
class Example:
    """A rule's example in a folder of its own, and what the check found there: in all, and by this rule."""

    folder: Path
    checked: Checked
    findings: tuple[Finding, ...]


@pytest.fixture(scope="session")
def example_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Rule, str], Example]:
    """The Bad or the Good example of a rule, checked; tests read its folder and change nothing in it."""
    examples: dict[tuple[str, str], Example] = {}

    def checked_example(rule: Rule, name: str) -> Example:
        if (rule.code, name) not in examples:
            folder = tmp_path_factory.mktemp(f"{rule.code}-{name}")
            base = lay(rule.example(name), folder)
            checked = check(folder, today=TODAY, settings=configuration(folder).settings, base=base)
            findings = tuple(finding for finding in checked.findings if finding.code == rule.code)
            examples[rule.code, name] = Example(folder, checked, findings)
        return examples[rule.code, name]

    return checked_example
