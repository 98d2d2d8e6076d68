"""Reads pages and PDFs in the process of the tests: a process of its own takes a second to start for each."""

from __future__ import annotations

import io
import logging
import subprocess
import sys
import warnings

import pytest

from factpress.sources import extract, extract_child


def read_here(patch: pytest.MonkeyPatch) -> None:
    """Runs what the child runs, to the byte of its answer, but for its limits and its being shut off."""

    def run(command: object, *, input: bytes, **options: object) -> subprocess.CompletedProcess[bytes]:
        answer = io.BytesIO()
        root = logging.getLogger()
        handlers = [*root.handlers]
        with pytest.MonkeyPatch.context() as streams, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            streams.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(input)))
            streams.setattr(sys, "stdout", io.TextIOWrapper(answer))
            extract_child.main()
            written = answer.getvalue()
        # A reader notes what its library says of the page, for the life of its process.
        root.handlers = handlers
        return subprocess.CompletedProcess((), 0, written, b"")

    patch.setattr(extract_child, "limit", lambda **limits: None)
    patch.setattr(extract_child, "shut_off", lambda: None)
    patch.setattr(extract, "subprocess", _Subprocess(run))


class _Subprocess:
    """What the room uses of Python's module of that name."""

    PIPE, DEVNULL, TimeoutExpired = subprocess.PIPE, subprocess.DEVNULL, subprocess.TimeoutExpired

    def __init__(self, run: object) -> None:
        self.run = run
