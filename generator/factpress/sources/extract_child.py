"""The process that reads HTML and PDF: it has limits and no access to anything before it sees a byte of them.

Standard input holds a line of JSON (what is wanted of which kind of file, its url, limits) and then the file's bytes.
Standard output gets `blocks` (or what a page says of itself, as `text`), `version` and `notes` as JSON, or a `reason`,
one word that the parent knows, and what was `found`.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from typing import Any

from factpress.sources.containers import page_in
from factpress.sources.no_text import NoText

_REFUSED = ("os.", "shutil.", "socket.", "subprocess.", "tempfile.")
_READING = frozenset({"os.add_dll_directory", "os.listdir", "os.putenv", "os.scandir", "os.unsetenv", "os.walk"})
# Flags of `open` that write, where the system has them.
_WRITING = ("O_WRONLY", "O_RDWR", "O_APPEND", "O_CREAT", "O_TRUNC", "O_TMPFILE")


def main() -> None:
    """Reads standard input and writes the answer."""
    header = json.loads(sys.stdin.buffer.readline())
    limit(cpu_seconds=header["cpu_seconds"], memory=header["memory"])
    shut_off()
    data = sys.stdin.buffer.read()
    answer: dict[str, Any]
    try:
        if header["kind"] == "pdf":
            from factpress.sources.pdf_text import read_pdf

            answer = read_pdf(data).plain()
        elif header["wanted"] == "metadata":
            from factpress.sources.html_metadata import read_metadata

            text, version = read_metadata(*page_in(data))
            answer = {"text": text, "version": version}
        else:
            from factpress.sources.html_text import read_html

            page, address = page_in(data)
            answer = read_html(page, header["url"], saved_from=address).plain()
    except NoText as no_text:
        answer = dict(zip(("reason", "found"), no_text.args, strict=False))
    except ImportError:
        answer = {"reason": "missing"}
    except MemoryError:
        answer = {"reason": "memory"}
    written = json.dumps(answer, ensure_ascii=False).encode("utf-8", "replace")
    if len(written) > header["output"]:
        written = b'{"reason": "output"}'
    sys.stdout.buffer.write(written)
    sys.stdout.buffer.flush()


def limit(*, cpu_seconds: int, memory: int) -> None:
    """Sets this process's limits: processor time, memory, no file written, no core dumped."""
    try:
        import resource
    except ImportError:
        return
    for name, most in (("CPU", cpu_seconds), ("AS", memory), ("FSIZE", 0), ("CORE", 0)):
        kind = getattr(resource, f"RLIMIT_{name}")
        hard = resource.getrlimit(kind)[1]
        # At the soft limit of time comes a signal of its own, a second later the end.
        wanted = most + 1 if name == "CPU" else most
        highest = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with suppress(ValueError, OSError):  # some systems know a limit and can't set it
            resource.setrlimit(kind, (min(most, highest), highest))


def shut_off() -> None:
    """From here on, no socket, no process, no change to any file; nothing takes this back."""
    sys.dont_write_bytecode = True
    writing = 0
    for name in _WRITING:
        writing |= getattr(os, name, 0)
    # O_TMPFILE holds O_DIRECTORY, which reading uses too.
    writing &= ~getattr(os, "O_DIRECTORY", 0)

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        opened = event == "open" and isinstance(arguments[2], int) and arguments[2] & writing
        if opened or (event.startswith(_REFUSED) and event not in _READING):
            raise PermissionError(f"{event} is refused here")

    sys.addaudithook(refuse)
