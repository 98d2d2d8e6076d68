"""Findings as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from factpress.findings import Ledger
from factpress.pipeline import Checked


def as_json(checked: Checked, *, verbose: bool = True) -> str:
    """All findings, counts of what was performed, and the ledger as one JSON object; notes are always in it."""
    found = [
        {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity.value,
            "path": finding.place.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "message": finding.message,
            "help": finding.help,
            "url": finding.url,
        }
        for finding in checked.findings
    ]
    return json_text({"findings": found, "performed": dict(checked.performed), "ledger": ledger(checked.ledger)})


def ledger(of: Ledger) -> Mapping[str, int]:
    """A ledger for programs."""
    return {"seen": of.seen, "records": of.records, "broken": of.broken, "ignored": sum(of.ignored.values())}


def json_text(whole: Mapping[str, Any]) -> str:
    """JSON in ASCII that GitHub's log never reads as a command, whatever its strings contain."""
    text = json.dumps(whole, indent=2, ensure_ascii=True, allow_nan=False)
    return text.replace("##[", "##\\u005b") + "\n"
