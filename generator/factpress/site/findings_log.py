"""What a build does with findings: it logs them, and checks again what plugins and hooks changed."""

from __future__ import annotations

import html
import logging
from collections.abc import Iterable, Mapping
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from factpress import pipeline
from factpress.book import Book
from factpress.findings import Finding, Severity
from factpress.pipeline import Checked
from factpress.site.clock import today

log = get_plugin_logger("factpress")
_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.DEBUG}


def log_findings(findings: Iterable[Finding]) -> None:
    """Logs each finding in one line, at its level."""
    for finding in findings:
        words = f"{finding.place}: {finding.code} {finding.name}: {finding.message} (help: {finding.help})"
        log.log(_LEVELS[finding.severity], words)


def check_again(changed: Mapping[str, str], found: Checked, *, root: Path, serving: bool, strict: bool) -> Checked:
    """Checks prose that plugins or hooks changed or added after the check `found`, by the same rules.

    `changed` has the texts by their paths. Logs what is found in them; raises `PluginError` if a build must not go on.
    """
    again = pipeline.check(root, today=today(), settings=found.settings, instead=changed)
    log_findings([finding for finding in again.findings if finding.place.path in changed])
    if not serving and again.fails(strict=strict):
        which = ", ".join(sorted(changed))
        raise PluginError(
            f"factpress: a plugin or hook changed or added {which} after the check, and the check refuses that"
        )
    return again


def look_for_policies(book: Book, path: str, content: str) -> None:
    """Warns of headings that policies name and that are not in the HTML of the page at a path."""
    site = book.site
    for policy in site.policies.given if site else ():
        if site and policy.names(path) and policy.anchor and f'id="{html.escape(policy.anchor)}"' not in content:
            log.warning(f"{site.path}: `{policy.name}` names #{policy.anchor}, and {path} has no such heading")
