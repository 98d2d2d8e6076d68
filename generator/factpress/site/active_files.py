"""Leaves out what runs in browsers and is not named in `mkdocs.yml`: a preview of a stranger's work runs nothing."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from mkdocs.structure.files import File, Files

from factpress.findings import listed
from factpress.reading.active_files import MOST_BYTES, is_active, unnamed
from factpress.reading.tree import read_bytes
from factpress.reading.written import Written


def leave_out(files: Files, *, docs_dir: str, written: Written, log: logging.LoggerAdapter[logging.Logger]) -> None:
    """Removes the files of the folder of prose that run in browsers and that no setting names, and logs which."""
    active = {file.src_uri: file for file in files if file.src_dir == docs_dir and _is_active(file)}
    refused = unnamed(active, written)
    for path in refused:
        files.remove(active[path])
    if refused:
        log.warning(f"left out, because mkdocs.yml does not name them: {listed(refused, last='and')}")


def _is_active(file: File) -> bool:
    path = Path(file.abs_src_path or "")
    try:
        return is_active(file.src_uri, partial(read_bytes, path, limit=MOST_BYTES))
    except OSError:
        # The check has reported it.
        return True
