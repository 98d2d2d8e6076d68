"""The table of languages whose quantities can be read; each is loaded when a text in it is first read.

To add a language, write a folder beside `english/` and `german/`, and a row here. German shows what it takes:

1. `words.py`, tables of its words for numbers, months, weekdays and bounds, and of all that makes a number doubtful;
2. modules that read a number and a date with them. `evidence/scan.py` cuts the text, notes what was found and leads
   through it, `word_tables.py` finds words such as "at least", `date_forms.py` and `relative_dates.py` turn a day, a
   month or a weekday into days, `values.py` makes the sets: none of that is written again;
3. `german.py`, with one `Language` (`evidence/language.py`);
4. `tests/evidence/german_cases.yml`, a table of cases. Write those first that have to be doubts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from factpress.evidence.language import Language


def _english() -> Language:
    from factpress.evidence.english.english import ENGLISH

    return ENGLISH


def _german() -> Language:
    from factpress.evidence.german.german import GERMAN

    return GERMAN


LANGUAGES: Mapping[str, Callable[[], Language]] = {"en": _english, "de": _german}
"""What loads a language, by its primary subtag (BCP 47)."""


def can_read(language: str) -> bool:
    """Whether quantities in a language can be read; `language` is a BCP 47 tag."""
    return _primary(language) in LANGUAGES


@cache
def language_of(language: str) -> Language | None:
    """The language of a BCP 47 tag; nothing where it can't be read."""
    return _loaded(_primary(language)) if can_read(language) else None


@cache
def region_of(language: str) -> str:
    """The region of a BCP 47 tag, in capital letters; nothing where it names none."""
    subtags = language.replace("_", "-").split("-")[1:]
    return next((tag.upper() for tag in subtags if len(tag) == 2 and tag.isalpha()), "")


@cache
def _loaded(primary: str) -> Language:
    return LANGUAGES[primary]()


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
