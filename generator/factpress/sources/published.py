"""Reads the dates that a page gives for its publication, and says where they are ambiguous or contradict each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\s*\d.*)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?")
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b.*")
_DAY_FIRST = re.compile(r"(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b.*", re.I)
_MONTH_FIRST = re.compile(r"(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b.*", re.I)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}|[年月日년월일]")
_FIGURES = re.compile(r"\d[-/.]\s?\d{1,2}[-/.]")
# No day that is counted from today, and none that is filled in.
_WHOLE = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"]}
# Clocks that are not at the publisher's place differ from its day by at most this.
_FARTHEST = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Said:
    """A text that a page gives as its date, and where it does."""

    text: str
    where: str

    def __str__(self) -> str:
        return f"{self.text} ({self.where})"


def publication_date(said: Sequence[Said], language: str = "") -> tuple[str, str]:
    """The one date on which all agree, and the doubt if there is none; both are empty where nothing was said.

    Dates may be in words of the page's language.
    """
    said = tuple(dict.fromkeys(each for each in said if each.text))
    days = {each: day_of(each.text, language) for each in said}
    unread = [each for each in said if not days[each]]
    read = [each for each in said if days[each]]
    if not read:
        return "", f"not clear which day is meant: {_all(unread)}" if unread else ""
    # The most exact first; among those, a day without a clock, then a clock at the publisher's own place.
    best = max(read, key=lambda each: (len(days[each]), _moment(each.text) is None, _has_place(each.text)))
    others = [each for each in read if not _agree(each, best, days)]
    if others:
        return "", f"the page gives different dates: {_all([best, *others])}"
    return days[best], ""


def day_of(text: str, language: str = "") -> str:
    """A date's text as EDTF, to the day where it says so; empty if it can be read in two ways or in none.

    Months are in English, or in the language of that BCP 47 tag.
    """
    text = " ".join(text.split())
    if found := _COMPACT.fullmatch(text):
        return _edtf(*found.groups())
    if found := _ISO.fullmatch(text):
        return _edtf(*found.groups())
    if found := _NUMERIC.fullmatch(text):
        first, second, year = found.groups()
        if first != second and int(first) <= 12 and int(second) <= 12:
            return ""
        return _edtf(year, first, second) if int(second) > 12 else _edtf(year, second, first)
    day = ""
    if found := _DAY_FIRST.fullmatch(text):
        day = _edtf(found[3], _month(found[2]), found[1])
    elif found := _MONTH_FIRST.fullmatch(text):
        day = _edtf(found[3], _month(found[1]), found[2])
    return day or _in_words_of(language, text)


def _in_words_of(language: str, text: str) -> str:
    """A whole date with its month in a word of another language."""
    code = language.partition("-")[0].lower()
    # Of two figures for day and month the library would guess which is which.
    if code in ("", "en") or not (_YEAR.search(text) and _WORD.search(text)) or _FIGURES.search(text):
        return ""
    try:
        import dateparser  # it takes long to load, and few pages need it
    except ImportError:
        return ""
    try:
        found = dateparser.parse(text, languages=[code], settings=_WHOLE)
    except ValueError:  # a language that it does not know
        return ""
    return _edtf(f"{found:%Y}", f"{found:%m}", f"{found:%d}") if found else ""


def _edtf(year: str, month: str | None, day: str | None) -> str:
    try:
        found = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    # A clock that starts at zero is no date.
    if found.year < 1400 or found.isoformat() == "1970-01-01":
        return ""
    return found.isoformat()[: 10 if day else 7 if month else 4]


def _month(name: str) -> str:
    found = [n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.lower().removesuffix("t")[:9])]
    return str(found[0]) if len(found) == 1 else "0"


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if re.search(r"\d[T ]\s*\d", text) else None


def _has_place(text: str) -> bool:
    moment = _moment(text)
    return bool(moment and moment.utcoffset())


def _agree(one: Said, best: Said, days: dict[Said, str]) -> bool:
    if days[best].startswith(days[one]):
        return True
    first, second = _moment(one.text), _moment(best.text)
    if first is None or first.tzinfo is None:
        return False
    if second is not None and second.tzinfo is not None:
        return first == second
    if len(days[best]) < 10:
        return False
    # The same day somewhere on earth.
    day = datetime.fromisoformat(days[best]).replace(tzinfo=UTC)
    return day - _FARTHEST <= first < day + timedelta(days=1) + _FARTHEST and not first.utcoffset()


def _all(said: Sequence[Said]) -> str:
    return ", ".join(map(str, said))
