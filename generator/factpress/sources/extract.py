"""Extracts a source's text, in blocks, from bytes that were saved or fetched: plain text, an HTML page or a PDF.

HTML and PDF are read by a separate process that has limits and no access to files or the network (`extract_child`):
neither their authors nor readers written in C are trusted. The text comes back through a pipe and is never written to
a file.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from factpress.evidence.document import TextBlock
from factpress.findings import shown
from factpress.records.receipt import Whole
from factpress.sources.containers import is_mhtml
from factpress.sources.formats import Kind, foreign, kind_of

MOST_BYTES = 40 << 20
"""Of a file with what a browser saves in it: pictures, fonts and styles."""
_MOST_TEXT = 10 << 20
"""Of the file without them."""
SAID = ("title", "container_title", "author", "issued", "language", "url", "type", "doubts")
"""What a page may say about itself, by the names of a source's fields, and what is not clear in it."""
MOST_VALUES = 50
MOST_LETTERS = 1000
# The child begins in an isolated interpreter, to which the parent's places to import from are handed.
_HOME = Path(__file__).parents[2]
_ISOLATED = ("-I", "-X", "utf8")
_CHILD = "import sys; sys.path += sys.argv[1:]; from factpress.sources.extract_child import main; main()"
# All that the child's environment holds, where it is set: without them some builds of Python do not start.
_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")

# A picture or font that is written into the page.
_INLINED = re.compile(rb"data:[\w+-]{1,40}/[\w.+-]{1,80};(?:charset=[\w-]{1,40};)?base64,[A-Za-z0-9+/=]{200,}")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
# The number of the signal that ends a process whose time is up, where the system has one.
_OUT_OF_TIME = int(getattr(signal, "SIGXCPU", 0))
_HELP = "save the words of the source as UTF-8 text and give that"
_CRASHED = f"the process that reads it crashed: {_HELP}"
_REASONS = {
    "empty": f"this page has no text: {_HELP}",
    "container": f"this file holds no page that can be read: {_HELP}",
    "scripts": "this page shows its text with scripts, and the file does not have it: save the page once a browser "
    f"shows it, print it to a PDF, or {_HELP}",
    "deep": f"this page nests elements more than 250 deep, so not all of it can be read: {_HELP}",
    "memory": "reading it needs more than {memory} MiB of memory: " + _HELP,
    "output": "its text is larger than {output} MiB: give the part that is cited",
    "damaged": f"this is not a PDF, or it is damaged: save it again, or {_HELP}",
    "encrypted": f"this PDF has a password: save it without one, or {_HELP}",
    "page": f"page {{found}} of this PDF can't be read: save it again, or {_HELP}",
    "pictures": f"this PDF has no text; its pages may be images: {_HELP}",
}
_NOTES = {
    "bad": "some bytes are not characters of the page's encoding ({found}): quotes with U+FFFD can't be found",
    "data": "the page shows its text with scripts; its data for search engines was read instead",
    "scripts": "the page shows most of its text with scripts, and this file does not have it: save the page once a "
    "browser shows it, or print it to a PDF",
    "locked": "the page says that its article is for subscribers, and this may be only its beginning: use `--extent "
    "excerpt`, or save the page as a subscriber sees it",
}
"""Remarks on a text that was read, by the child's words for them."""
_WHOLES = (None, *get_args(Whole))
_EXTRAS = {"html": ("trafilatura", "sources"), "pdf": ("pypdfium2", "pdf")}


class ExtractionError(Exception):
    """There is no text; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """A source's blocks, those beside its article last, its extractor by name and version, and remarks on the text."""

    blocks: tuple[TextBlock, ...]
    extractor: str
    version: str
    notes: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    """Those that a page gives as its own."""

    @property
    def text(self) -> str:
        """The article's blocks with one blank line between them."""
        return "\n\n".join(block.text for block in self.blocks if not block.beside)


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for reading a page or a PDF: processor and elapsed seconds, bytes of memory and of text."""

    cpu_seconds: int = 10
    wall_seconds: float = 30
    memory: int = 512 << 20
    output: int = 10 << 20


LIMITS = Limits()


def extract(data: bytes, *, kind: Kind | None = None, url: str | None = None, limits: Limits = LIMITS) -> Extracted:
    """The text of a source; `kind` is what the bytes are where that is known; raises `ExtractionError`."""
    if kind is None and (message := foreign(data)):
        raise ExtractionError(message)
    kind = kind or kind_of(data)
    data = _without_pictures(data, kind, f": {_HELP}")
    if kind == "text":
        parts = _in_blocks(_decoded(data)).split("\n\n")
        return Extracted(tuple(TextBlock(part) for part in parts), "text", "")
    answer = _answer(data, kind, "text", url, limits)
    notes = tuple(_NOTES[word].format(found=shown(found)) for word, found in answer["notes"] if word in _NOTES)
    return Extracted(
        tuple(_blocks_in(answer["blocks"])),
        _EXTRAS[kind][0],
        str(answer["version"]),
        notes,
        tuple(map(str, answer["titles"])),
        tuple(map(str, answer["addresses"])),
    )


def metadata(data: bytes, *, limits: Limits = LIMITS) -> Mapping[str, Sequence[str]]:
    """What a saved page says about itself, by the names of a source's fields; raises `ExtractionError`.

    The words are the page's own: check them, before they go into a record, as anything that a stranger wrote.
    """
    if kind_of(data) != "html":
        raise ExtractionError("this is not an HTML page: save the page as HTML, or give the fields as options")
    data = _without_pictures(data, "html", "")
    said = json.loads(str(_answer(data, "html", "metadata", None, limits)["text"]))
    texts = {name: [" ".join(text.split()) for text in said[name]] for name in SAID}
    return {
        name: [text for text in found[:MOST_VALUES] if 0 < len(text) <= MOST_LETTERS] for name, found in texts.items()
    }


def _without_pictures(data: bytes, kind: Kind, help: str) -> bytes:
    """The file without pictures and fonts that a browser saved in it; raises `ExtractionError` if it is too large."""
    if len(data) <= _MOST_TEXT:
        return data
    if kind == "html" and len(data) <= MOST_BYTES:
        data = data if is_mhtml(data) else _INLINED.sub(b"data:,", data)
        if len(data) <= (MOST_BYTES if is_mhtml(data) else _MOST_TEXT):
            return data
    raise ExtractionError(f"it is larger than {_MOST_TEXT >> 20} MiB, the most that is read{help}")


def _decoded(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # Python counts from behind the mark.
        at = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        found = f"byte 0x{data[at]:02X} at offset {at:,}"
    else:
        at = text.find("\0")
        if at < 0:
            return text
        found = f"a NUL at offset {data.index(0):,}"
    raise ExtractionError(f"this is not UTF-8 text ({found}): convert it to UTF-8, or give the page's HTML")


def _in_blocks(text: str) -> str:
    """The text with LF alone and one blank line between its blocks; raises `ExtractionError` where nothing is left."""
    found = "\n\n".join(_parts(text))
    if not found:
        raise ExtractionError("it has no text: give the words of the source")
    return found


def _parts(text: str) -> list[str]:
    """The blocks of a text, with LF alone."""
    text = re.sub(r"\r\n?", "\n", text)
    text = re.sub(r"[\f\u2029]", "\n\n", text)
    return [part for block in _BLANK_LINES.split(text) if (part := block.strip())]


def _blocks_in(said: Sequence[Sequence[Any]]) -> Iterator[TextBlock]:
    """The blocks that the child found: first the article's; raises `ExtractionError` where nothing is left."""
    blocks = [TextBlock(part, whole, beside) for text, whole, beside in said for part in _parts(str(text))]
    if not any(not block.beside for block in blocks):
        raise ExtractionError("it has no text: give the words of the source")
    yield from sorted(blocks, key=lambda block: block.beside)


def _answer(
    data: bytes, kind: Kind, wanted: Literal["text", "metadata"], url: str | None, limits: Limits
) -> dict[str, Any]:
    """What the child says of the bytes; raises `ExtractionError` where it was stopped or has no text."""
    header = {
        "kind": kind,
        "wanted": wanted,
        "url": url,
        "cpu_seconds": limits.cpu_seconds,
        "memory": limits.memory,
        "output": limits.output,
    }
    environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    try:
        run = subprocess.run(  # noqa: S603 our own words
            (sys.executable, *_ISOLATED, "-c", _CHILD, *_places()),
            input=json.dumps(header).encode() + b"\n" + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=limits.wall_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ExtractionError(f"reading it takes more than {limits.wall_seconds:g} seconds: {_HELP}") from None
    except OSError as error:
        raise ExtractionError(f"the process that reads it cannot be started ({error.strerror}): {_HELP}") from None
    if _OUT_OF_TIME and run.returncode == -_OUT_OF_TIME:
        raise ExtractionError(f"reading it takes more than {limits.cpu_seconds} seconds of processor time: {_HELP}")
    try:
        answer = json.loads(run.stdout) if run.returncode == 0 and len(run.stdout) <= limits.output else None
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict) or not ("reason" in answer or _is_sound(answer, wanted)):
        raise ExtractionError(_CRASHED)
    if (reason := answer.get("reason")) is not None:
        raise ExtractionError(_in_words(str(reason), str(answer.get("found", "")), kind, limits))
    return answer


def _is_sound(answer: Mapping[str, Any], wanted: str) -> bool:
    """Whether an answer has the form that the child gives it."""
    if wanted == "metadata":
        return {"text", "version"} <= answer.keys()
    blocks, notes, *texts = (answer.get(name) for name in ("blocks", "notes", "titles", "addresses"))
    return (
        isinstance(blocks, list)
        and all(
            isinstance(each, list) and len(each) == 3 and each[1] in _WHOLES and isinstance(each[2], bool)
            for each in blocks
        )
        and isinstance(notes, list)
        and all(isinstance(each, list) and len(each) == 2 and all(isinstance(w, str) for w in each) for each in notes)
        and all(isinstance(each, list) for each in texts)
        and "version" in answer
    )


def _in_words(reason: str, found: str, kind: Kind, limits: Limits) -> str:
    if reason == "missing":
        library, extra = _EXTRAS[kind]
        return f"reading {kind.upper()} needs {library}, which is missing or broken: pip install 'factpress[{extra}]'"
    message = _REASONS.get(reason, _CRASHED)
    return message.format(found=shown(found), memory=limits.memory >> 20, output=limits.output >> 20)


def _places() -> list[str]:
    """Where the child may import from beside its own: this process's places, bar the folder it was started in."""
    here = Path.cwd()
    return [
        str(_HOME),
        *(place for place in sys.path if Path(place).is_absolute() and Path(place) not in (here, _HOME)),
    ]
