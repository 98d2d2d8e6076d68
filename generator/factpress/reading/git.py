"""The one way to call git: a repository's own settings run no program, and git fetches and writes nothing.

Settings on the command line overrule the repository's, but nobody can name all filters of files: so no command here
may compare or write files of the work tree, which runs them (`diff` with one commit, `status`, `checkout`, …).
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_HARDENED = (
    "--no-pager", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}",
    "-c", f"core.attributesFile={os.devnull}", "-c", "protocol.allow=never",
    "-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "log.mailmap=false",
    # A folder that looks like a repository without files may have come with a commit, its settings included.
    "-c", "safe.bareRepository=explicit",
)  # fmt: skip
_ENVIRONMENT = {
    # A setting may allow one way to fetch, whatever `protocol.allow` says, and older versions always fetch.
    "GIT_ALLOW_PROTOCOL": "",
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
