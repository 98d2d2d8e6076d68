"""Git is called in one way: none of a repository's own settings runs a program, and nothing is fetched or written."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

# A repository's own settings may name programs to run; none is run, and nothing is fetched or replaced.
_HARDENED = (
    "--no-pager", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}",
    "-c", f"core.attributesFile={os.devnull}", "-c", "protocol.allow=never",
    "-c", "log.showSignature=false", "-c", "log.showRoot=true",
)  # fmt: skip
_ENVIRONMENT = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SECONDS = 120


def git(
    folder: Path, *words: str, input: bytes = b"", settings: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[bytes]:
    """What git says in a folder, with settings such as `x.y=z`; raises `OSError` or `TimeoutExpired`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    more = (word for setting in settings for word in ("-c", setting))
    return subprocess.run(  # noqa: S603 revisions are ids by now, and paths are named as such
        ["git", *_HARDENED, *more, *words],  # noqa: S607 the git of whoever calls
        cwd=folder,
        capture_output=True,
        timeout=_SECONDS,
        env=kept | _ENVIRONMENT,
        input=input,
    )
