"""One tokeniser for sources and quotes: what changes meaning is a token, what only typography changes is not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

VERSION = 2
"""Of the rules below: hashes of one text by two versions are comparable where the text has no script of `_SINGLE`."""
VERSIONS = (1, 2)
"""Whose hashes can be looked up: version 1 takes a run of Chinese, Japanese or Thai for one word."""
BREAK = "\n\n"
"""The token of a blank line; no block of a source holds one, so a quote of two blocks is never found."""
BLANK_LINE = r"\n[ \t]*\n\s*"
"""What parts the blocks of a folded text, as a pattern."""

# Folded away before tokens are cut. All quotation marks become straight ones, all hyphens `-`, all longer dashes `—`,
# all spaces one kind; what has no width goes, and ligatures are spelt. A minus sign stays until a token is spelt: it
# alone is a sign where a space follows it, or a dash comes before it.
_APOSTROPHES = "‘’‚‛ʼʻ´`＇❛❜׳"
_QUOTATION_MARKS = "“”„‟«»‹›「」『』《》〈〉〝〞〟＂❝❞״"
_HYPHENS = "‐‑‒–⁃﹣－־֊"
_DASHES = "—―⸺⸻﹘"
_INVISIBLE = "\u00ad\u034f\u0640\ufeff" + "".join(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]))
_SLASHES = "⁄∕"
# Marks that are no tokens, in folded text: commas, colons, semicolons, brackets, quotation marks, dashes, bullets,
# signs of footnotes.
_SILENT = ",;:()[]{}'\"-−—،؛、，：；（）［］¿¡•‣◦▪■●·†‡*"
_LIGATURES = [*range(0xFB00, 0xFB07), *range(0xFB13, 0xFB18), *range(0xFB1D, 0xFB50), *range(0xFB50, 0xFDD0)]
_LIGATURES += [*range(0xFDF0, 0xFDFA), *range(0xFE70, 0xFEFD), 0x0132, 0x0133, *range(0x01C4, 0x01CD)]
_LIGATURES += [*range(0x01F1, 0x01F4)]

# Scripts without spaces between words, Chinese, Japanese and Thai: each letter with its marks is a token.
_SINGLE = (
    "々〆〇ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿ\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\u0e01-\u0e3a\u0e40-\u0e4e\U00020000-\U0003ffff"
)
_IN_SINGLE = re.compile(f"[{_SINGLE}]")
# Numerals of these scripts, whose runs are one number, and letters that belong to the one before or behind them.
_NUMERALS = "〇零一二三四五六七八九十百千万萬億亿兆两兩廿"
_FOLLOWING = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮーｧｨｩｪｫｬｭｮｯｰ々ゝゞヽヾะาำๅๆฯ"
_LEADING = "เแโใไ"

_CURRENCY = "$¢£¤¥֏؋৲৳૱௹฿៛" + "".join(map(chr, range(0x20A0, 0x20C1))) + "﷼﹩＄￠￡￥￦"
_SPACE = r"[ \t\n]"
_SPACES = r"(?:[ \t]|\n(?![ \t]*\n))*"
_GROUPS = re.compile(r"(?<![\d.,:/])\d{1,3}(?:,\d{3})+(?![\d,])")


def tokens(text: str, *, version: int = VERSION) -> tuple[str, ...]:
    """The tokens of a quote, as they are compared and hashed; a point is one by itself, wherever it is."""
    whole = folded(text).strip()
    return tuple([raw if raw.isalnum() else _spelt(raw) for raw in _pattern_for(whole, version).findall(whole)])


def placed_tokens(folded_text: str) -> Iterator[tuple[str, int, int]]:
    """The tokens of a text that is folded already, each with where it begins and ends there."""
    for match in _pattern_for(folded_text, VERSION).finditer(folded_text):
        raw = match[0]
        if raw.isalnum():
            yield raw, match.start(), match.end()
        else:
            bare = raw.strip()
            start = match.start() + raw.index(bare)
            yield _spelt(raw), start, start + len(bare)


def folded(text: str) -> str:
    """The text without what only typography changes inside words: NFC and our own map, not NFKC (10² is not 102)."""
    if text.isascii() and text.isprintable() and "`" not in text:
        return text
    # A hyphen behind an en dash is the minus sign of a range's end; two hyphens are one dash.
    text = text.replace("\r\n", "\n").replace("–-", "–−")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_FOLD))


def is_single(token: str) -> bool:
    """Whether a token is one letter of a script without spaces between words."""
    return not token.isascii() and _IN_SINGLE.match(token) is not None


def is_one_word(before: str, this: str) -> bool:
    """Whether two tokens that touch, one of them a single letter, are parts of one number or one letter's sound."""
    if this[0] in _NUMERALS:
        return before[-1].isdigit() or before[0] in _NUMERALS
    return this[0] in _FOLLOWING or before[0] in _LEADING


def is_word(token: str) -> bool:
    """Whether a token counts as a word: whether it has a letter or a digit."""
    return token.isalnum() or any(map(str.isalnum, token))


class _Fold(dict[int, str]):
    """What becomes of each character; made as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _APOSTROPHES:
            found = "'"
        elif character in _QUOTATION_MARKS:
            found = '"'
        elif character in _HYPHENS:
            found = "-"
        elif character in _DASHES:
            found = "—"
        elif character in _SLASHES:
            found = "/"
        elif character == "\u2029":
            found = BREAK
        elif character in "\n\t\x85\u2028":
            found = "\t" if character == "\t" else "\n"
        elif character in _INVISIBLE:
            found = ""
        elif code in _LIGATURES and (letters := unicodedata.normalize("NFKC", character)) != character:
            found = "".join(self[ord(letter)] for letter in letters)
        else:
            category = unicodedata.category(character)
            found = {"Zs": " ", "Cf": "", "Cc": " ", "Cs": "\ufffd"}.get(category, character)
        self[code] = found
        return found


_FOLD = _Fold()


@lru_cache(maxsize=1 << 16)
def _spelt(raw: str) -> str:
    """One token in its one spelling: no spaces within, thousands not grouped, dots, dashes, minus signs of one kind."""
    if raw.isspace():
        return BREAK
    tight = "".join(raw.split()).replace("−", "-")
    if tight.strip(".…") == "" and len(tight) > 1:
        return "…"
    if tight.strip("-—") == "":
        return "-"
    return _GROUPS.sub(lambda groups: groups[0].replace(",", ""), tight) if "," in tight else tight


@cache
def _marks() -> str:
    """All combining marks, as `re` would have to list them; some 20 ms, once, if a text has any."""
    return "".join(chr(code) for code in range(0x300, 0x20000) if unicodedata.category(chr(code))[0] == "M")


def _pattern_for(folded_text: str, version: int) -> re.Pattern[str]:
    if folded_text.isascii():
        return _pattern("", "")
    single = _SINGLE if version > 1 and _IN_SINGLE.search(folded_text) else ""
    has_marks = any(unicodedata.category(each)[0] == "M" for each in set(folded_text))
    return _pattern(_marks() if has_marks else "", single)


@cache
def _pattern(marks: str, single: str) -> re.Pattern[str]:
    """The tokens of a folded text; `marks` are the combining marks that belong to its words.

    `single` are letters of which each is a token.

    A word, with the marks inside it, or an address on the web; a blank line; a dash between figures, spaced or
    not, which makes a range or a score; dots of omission; a number with its sign, currency and percent; any other
    mark that is not silent. Numbers of up to three digits that groups of three follow, each after one space, are one.
    """
    word = rf"(?:(?![{single}])[\w{marks}])+" if single else rf"[\w{marks}]+"
    hyphen = rf"(?:\.?[-−](?!{_SPACE}?\d)|(?<!\d)[-−])(?:\n[ \t]*)?"
    inside = rf"(?:\.?'|[.@·٫٬]|{hyphen}|(?<=\d)[,:](?=\d)|(?<=\d)/|/(?=\d)){word}"
    grouped = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?"
    amount = rf"[{_CURRENCY}]{_SPACES}[-−+]?(?=\.?\d)"
    apart = rf"(?<=[{single}])|" if single else ""
    sign = rf"(?:(?:{apart}(?<![\w{marks}−-]))[-+]|(?:{apart}(?<![\w{marks}]))−{_SPACE}?)(?=\.?\d|{amount})"
    unit = rf"(?:{_SPACES}[%‰٪°])?(?:[{_CURRENCY}](?!\d)|{_SPACES}[{_CURRENCY}](?!{_SPACES}\d))?"
    number = rf"(?:{sign})?(?:{amount})?(?:(?<![\w{marks}])\.)?(?=\d)(?:{grouped}|{word})(?:{inside})*{unit}"
    dash = (
        rf"(?<=[\d%‰٪°{_CURRENCY}])(?:{_SPACES}(?:—|--)[-—]*{_SPACES}|{_SPACES}(?<=\s)[-−](?=\s){_SPACES}|[-−]{_SPACES})"
        rf"(?=[-−+]?[{_CURRENCY}]?\.?\d)"
    )
    dots = rf"(?:\.{_SPACE}?)*…(?:{_SPACE}?[….])*|\.(?:{_SPACE}?\.){{2,}}"
    other = rf"\*\*+|(?<=\w)\*(?=\w)|[^\w\s{marks}{re.escape(_SILENT)}]"
    letter = rf"[{single}][{marks}]*|" if single and marks else f"[{single}]|" if single else ""
    return re.compile(rf"{letter}(?!\d){word}(?:://\S*[\w/])?(?:{inside})*|{BLANK_LINE}|{dash}|{dots}|{number}|{other}")
