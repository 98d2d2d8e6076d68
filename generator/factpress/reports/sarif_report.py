"""Findings as SARIF 2.1.0, which code scanning and editors read."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from factpress import __version__
from factpress.findings import Finding, Severity
from factpress.pipeline import Checked, rules_page
from factpress.reports.json_report import json_text, ledger
from factpress.reports.text_report import from_root
from factpress.rules import RULES
from factpress.rules.rule import Rule

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# The name of a fingerprint has the version of how it is computed.
_FINGERPRINT = "factpress/v1"
_ROOT = "The repository's root, or the project's folder where there is no repository."
_VALUE_OR_DIGITS = re.compile(r"(`[^`]*`)|\d+")
_INDEX = {rule.code: n for n, rule in enumerate(RULES)}


def sarif(checked: Checked, *, verbose: bool = False, way: str = "") -> str:
    """One run as a SARIF log: every rule with its page, each finding with its place, and what was performed.

    `way` is the path from the repository's root, where GitHub's paths begin, to the project.
    """
    found = [each for each in checked.findings if verbose or each.severity is not Severity.NOTE]
    page = rules_page(checked.book)
    driver = {
        "name": "factpress",
        "semanticVersion": __version__,
        "informationUri": page,
        "rules": [_rule(rule, page) for rule in RULES],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": _ROOT}}},
        "invocations": [{"executionSuccessful": not checked.missed}],
        "results": list(_results(found, way)),
        "properties": {
            "performed": dict(checked.performed),
            "ledger": ledger(checked.ledger),
            "waived": checked.waived,
        },
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, page: str) -> Mapping[str, Any]:
    # Text and examples in turn, for viewers that show Markdown: examples are code there.
    markdown = "\n\n".join(f"```text\n{block}\n```" if kind == "example" else block for kind, block in rule.blocks)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _literal(rule.summary)},
        "fullDescription": {"text": _literal(" ".join(rule.text.partition("\n\nBad:")[0].split()))},
        "help": {"text": _literal(rule.text), "markdown": markdown},
        "helpUri": f"{page}#{rule.code.lower()}",
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _results(findings: list[Finding], way: str) -> Iterator[Mapping[str, Any]]:
    met: Counter[str] = Counter()
    for finding in findings:
        about = _lasting(finding)
        met[about] += 1
        place = finding.place
        location = {
            "artifactLocation": {"uri": quote(os.fsencode(from_root(place.path, way))), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": place.line, "startColumn": place.column},
        }
        yield {
            "ruleId": finding.code,
            "ruleIndex": _INDEX[finding.code],
            "level": finding.severity.value,
            "message": {"text": _literal(f"{finding.message}\nhelp: {finding.help}")},
            "locations": [{"physicalLocation": location}],
            "partialFingerprints": {_FINGERPRINT: hashlib.sha256(f"{about}\0{met[about]}".encode()).hexdigest()},
        }


def _lasting(finding: Finding) -> str:
    """What stays the same of a finding when lines move: its rule, file and words, without counts."""
    words = _VALUE_OR_DIGITS.sub(lambda found: found[1] or "", finding.message)
    path = os.fsencode(finding.place.path).hex()
    return f"{finding.code}\0{path}\0{words}"


def _literal(words: str) -> str:
    """Words that SARIF reads without placeholders and links."""
    words = words.replace("{", "{{").replace("}", "}}")
    return re.sub(r"[\\\[\]]", r"\\\g<0>", words) if "](" in words else words
