"""Every rule's page is its first test: the Bad example fires it, the Good one does not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rules.conftest import TODAY, Example

from factpress import rules
from factpress.cli.examples import lay
from factpress.pipeline import check
from factpress.rules import RULES
from factpress.rules.rule import Rule


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
@pytest.mark.parametrize("name", ["Bad", "Good"])
def test_example(rule: Rule, name: str, example_of: Callable[[Rule, str], Example]) -> None:
    assert rule.example(name), f"{rule.name} has no {name} example"
    findings = example_of(rule, name).findings
    assert bool(findings) == (name == "Bad"), findings


def test_the_project_under_the_examples_is_clean(tmp_path: Path) -> None:
    lay("", tmp_path)
    assert check(tmp_path, today=TODAY).findings == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_page_has_its_fixed_form(rule: Rule) -> None:
    lines = rule.text.split("\n")
    assert lines[0].endswith(".") and lines[1] == ""
    assert [line for line in lines if line in {"Bad:", "Good:"}] == ["Bad:", "Good:"]
    assert any(line.startswith("Why: ") for line in lines)


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_every_rule_of_every_module_is_registered() -> None:
    folder = Path(rules.__file__).parent
    written = [
        code
        for path in folder.glob("*.py")
        for code in re.findall(r'^@rule\("(F\d{3})"', path.read_text("utf-8"), re.M)
    ]
    assert sorted(written) == [rule.code for rule in RULES]
