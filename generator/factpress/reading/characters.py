"""Bytes become text, strictly: only UTF-8, and no character that is invisible or changes the direction of text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factpress.findings import Fault, Place, character_name

# Tab and the line feed are the only controls that YAML itself needs.
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_DIRECTIONS = "\u061c\u200e\u200f"
_JOINERS = "\u200c\u200d"
_AS_EMOJI = "\ufe0f"
# The marks and letters among the bases of emoji-variation-sequences.txt (Unicode 15); the rest are symbols.
_PICTURED = "‼⁉ℹ〰"
NEVER = re.compile(f"[{_CONTROLS}{_UNSEEN}]")
SOMETIMES = re.compile(f"[{_DIRECTIONS}{_JOINERS}{_AS_EMOJI}]")
_ONLY_DIRECTIONS = re.compile(f"[{_DIRECTIONS}]")
_CONTROL = re.compile(f"[\t{_CONTROLS}]")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
# Scripts that use joiners within words; emoji use U+200D as well.
_JOINED_SCRIPTS = (
    "ARABIC", "SYRIAC", "THAANA", "NKO", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA",
    "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "KHMER", "MYANMAR", "TIBETAN",
)  # fmt: skip
RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "syr", "ug", "ur", "yi"})
_BOM = b"\xef\xbb\xbf"


def decoded(data: bytes, path: str) -> tuple[str, list[Fault]]:
    """The text of a file with line feeds only, and what is wrong with its characters.

    A file that is not UTF-8 has one fault that says so; its text spells the unreadable bytes, and is for excerpts only.
    """
    faults = []
    skipped = len(_BOM) if data.startswith(_BOM) else 0
    if skipped:
        data = data[skipped:]
        faults.append(Fault("byte-order-mark", Place(path)))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _with_line_feeds(data[: error.start].decode("utf-8"))
        byte = f"byte 0x{data[error.start]:02X} (number {error.start + skipped + 1:,})"
        spelt_text = _with_line_feeds(data.decode("utf-8", "backslashreplace"))
        return spelt_text, [*faults, Fault("not-utf-8", place_at(before, len(before), path), found=byte)]
    if "\r" in text:
        first = place_at(text, text.index("\r"), path)
        faults.append(Fault("carriage-return", first, found=f"{text.count(chr(13)):,}", mild=True))
        text = _with_line_feeds(text)
    return text, faults


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def never_allowed(text: str, path: str, *, start: int = 0, tabs: bool = False) -> Iterator[Fault]:
    """Faults of characters that are never allowed in a file, from `start` on, one for each run of them."""
    if text.isascii() and text.isprintable():
        return
    if "\t" in text and not tabs:
        yield Fault("tab", place_at(text, text.index("\t"), path))
    end = -1
    for match in NEVER.finditer(text, start):
        if match.start() != end:
            yield _unseen(match[0], place_at(text, match.start(), path))
        end = match.end()


def never_in_value(value: str, place: Place) -> Iterator[Fault]:
    """The fault of a value whose escapes write a character that is never allowed."""
    match = NEVER.search(value.replace("\t", "\0"))
    if match:
        yield _unseen(value[match.start()], place)


def _unseen(character: str, place: Place) -> Fault:
    """The fault of one control or invisible character."""
    kind = "control-character" if _CONTROL.match(character) else "invisible-character"
    return Fault(kind, place, found=character_name(character))


def wrong_in_value(value: str, place: Place, *, language: str = "") -> Iterator[Fault]:
    """Faults of one value; `language` is that of a quote, which may need direction marks."""
    for match in SOMETIMES.finditer(value):
        if not _needed(value, match.start(), language):
            yield _unseen(match[0], place)
            break
    if not unicodedata.is_normalized("NFC", value):
        yield Fault("not-nfc", place)
    yield from _mixed(value, place)


def strays(text: str, spans: Sequence[tuple[int, int]], path: str) -> Iterator[Fault]:
    """Faults of marks and joiners outside every value, such as in comments; one for each run of them.

    `spans` are where keys and values start and end, in order.
    """
    starts = [start for start, _ in spans]
    end = -1
    for match in SOMETIMES.finditer(text):
        at = match.start()
        before = bisect_right(starts, at) - 1
        if (before >= 0 and at < spans[before][1]) or _needed(text, at, ""):
            continue
        if at != end:
            yield _unseen(match[0], place_at(text, at, path))
        end = match.end()


def place_at(text: str, offset: int, path: str) -> Place:
    """The line and column, both counted from 1, of an offset in a text."""
    start = text.rfind("\n", 0, offset) + 1
    return Place(path, text.count("\n", 0, offset) + 1, offset - start + 1)


def _needed(value: str, index: int, language: str) -> bool:
    """Whether its language or an emoji needs the direction mark or joiner at `index`."""
    character = value[index]
    if _ONLY_DIRECTIONS.match(character):
        return language.lower().partition("-")[0] in RIGHT_TO_LEFT
    if character == _AS_EMOJI:
        return _is_emoji(value[index - 1 : index], value[index + 1 : index + 2])
    around = [value[at] for at in (index - 1, index + 1) if 0 <= at < len(value)]
    if (
        character == "\u200d"
        and len(around) == 2
        and all(unicodedata.category(c) in {"So", "Sk", "Mn"} for c in around)
    ):
        return True
    return any(unicodedata.name(c, "").startswith(_JOINED_SCRIPTS) for c in around)


def _is_emoji(before: str, after: str) -> bool:
    """Whether U+FE0F makes a picture of the character before it: of a symbol, or of a digit on a key."""
    return after == "\u20e3" or (bool(before) and (unicodedata.category(before) in {"So", "Sm"} or before in _PICTURED))


def _mixed(value: str, place: Place) -> Iterator[Fault]:
    """Words of Latin mixed with Cyrillic or Greek, and numbers of two scripts (UTS #39, mixed-script detection)."""
    for match in _WORD.finditer(value):
        word = match[0]
        if word.isascii():
            continue
        scripts = {unicodedata.name(c, "").partition(" ")[0] for c in word if c.isalpha()}
        others = scripts & {"CYRILLIC", "GREEK"}
        if "LATIN" in scripts and others:
            yield Fault("mixed-scripts", place, found=word, wanted=min(others).capitalize(), mild=True)
            break
    for match in _NUMBER.finditer(value):
        zeros = {ord(c) - unicodedata.digit(c, 0) for c in match[0]}
        if len(zeros) > 1:
            yield Fault("mixed-digits", place, found=match[0])
            break
