"""The one way to call git: a repository's own settings run no program, and git fetches and writes nothing."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

# A repository's own settings may name programs; git runs none of them, and fetches and replaces nothing.
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
    """The result of git in a folder, with settings such as `x.y=z`; raises `OSError` or `TimeoutExpired`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    more = (word for setting in settings for word in ("-c", setting))
    return subprocess.run(  # noqa: S603 revisions are ids here, and paths are marked as paths
        ["git", *_HARDENED, *more, *words],  # noqa: S607 the user's own git
        cwd=folder,
        capture_output=True,
        timeout=_SECONDS,
        env=kept | _ENVIRONMENT,
        input=input,
    )
