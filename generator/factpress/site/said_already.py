"""Drops warnings of the engine about what the check has found: one cause is reported once, with its place and help."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable

from factpress.findings import Finding, shown

# The loggers of the engine that warn of what the check finds too.
_LOGGERS = ("mkdocs.structure.pages", "mkdocs.structure.nav")
_LINK = re.compile(r"Doc file '(?P<page>.+?)' contains an? .*?link '(?P<words>.+?)',")
_ENTRY = re.compile(r"(?:A reference|An absolute path) to '(?P<words>.+)' is included in the 'nav'")
_SETTING = re.compile(r"Config value '(?P<words>.+)': Unrecognised configuration name")
_LINK_CODES, _ENTRY_CODES, _SETTING_CODES = frozenset({"F616", "F617"}), frozenset({"F618"}), frozenset({"F060"})
_KINDS = ((_LINK, _LINK_CODES), (_ENTRY, _ENTRY_CODES), (_SETTING, _SETTING_CODES))


class SaidAlready(logging.Filter):
    """Drops a warning of the engine if a finding names the same link, entry or setting; nothing else."""

    def __init__(self, findings: Callable[[], Iterable[Finding]], docs: Callable[[], str]) -> None:
        """Asks for the findings of the newest check, and for the folder of prose, at each warning."""
        super().__init__()
        self._findings, self._docs = findings, docs

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the engine's message is kept."""
        message = record.getMessage()
        for form, codes in _KINDS:
            if match := form.match(message):
                page = match.groupdict().get("page")
                return not any(
                    finding.code in codes
                    and shown(match["words"]) in finding.message
                    and (page is None or finding.place.path == f"{self._docs()}/{page}")
                    for finding in self._findings()
                )
        return True

    def begin(self) -> None:
        """Begins to drop what the engine logs."""
        for name in _LOGGERS:
            logging.getLogger(name).addFilter(self)

    def end(self) -> None:
        """Ends it."""
        for name in _LOGGERS:
            logging.getLogger(name).removeFilter(self)
