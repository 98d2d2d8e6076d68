"""Errors of commands that can't do their work: each says why in one line, and the exit status is 2."""

from __future__ import annotations

from factpress.findings import Fault


class Unable(Exception):
    """Something that can't be done; its text is the line that says why."""


class NoRevision(Unable):
    """Git can't answer."""


class NoRepository(NoRevision):
    """There is no repository here, or no git."""


class NoSettings(Unable):
    """The settings in `mkdocs.yml` can't be read or used; a check reports the fault as a finding."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.place}: {fault.found}")
        self.fault = fault
