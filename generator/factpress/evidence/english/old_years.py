"""Years before 1800, after 2100 and short ones, which look like other numbers: 1768, 987, "on 4 September 476"."""

from __future__ import annotations

from factpress.evidence.date_forms import Form
from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan, changes_before
from factpress.evidence.english.year_leads import has_a_year
from factpress.evidence.word_tables import set_of

_GOES_ON = set_of(
    "the a an he she it they we but and or when while after before by in on at to with that which who as there his her"
    " its their this under during until where"
)
"""What may follow a year, and nothing that a number counts."""
_TO_COME = set_of(
    "will would could may might should shall expected forecast projected predicted target goal aims plans"
)
_ONE_IN = set_of("one two three four five six seven eight nine ten")
_NEAR = 12


def old_year(scan: EnglishScan, i: int) -> int:
    """A year from 1000 to 1799 behind a day and a month, or a month; zero where the number is none."""
    raw = scan.raw[i]
    if len(raw) != 4 or not raw.isdecimal() or not raw.isascii() or raw[0] != "1" or scan.is_tight(i + 1):
        return 0
    return 0 if scan.counted(i + 1) or not _ends(scan, i + 1) else int(raw)


def _ends(scan: EnglishScan, i: int) -> bool:
    """Whether nothing follows a number that it may count."""
    return not (scan.is_word(i) or scan.is_number(i)) or scan.low[i] in _GOES_ON or scan.is_capital(i)


def long_ago(scan: EnglishScan, i: int) -> Form | None:
    """In 1768; "in 987", "by 1500", "between 1766 and 1768" and "from 1766 to 1768" may be numbers."""
    raw, before = scan.raw[i], scan.low[i - 1]
    if not (raw.isascii() and raw.isdecimal() and 3 <= len(raw) <= 4 and raw[0] != "0") or scan.is_tight(i + 1):
        return None
    if scan.says(i - 2, "the", "year") or (before in ("in", "since", "until", "circa") and old_year(scan, i)):
        return Form(i + 1, year=int(raw))
    of_event = before == "of" and len(raw) == 4 and raw[0] == "1" and has_a_year(scan, i - 2)
    goes_on = scan.counted(i + 1) or scan.is_content(i + 1) or scan.is_number(i + 1)
    if of_event and (not goes_on or scan.low[i + 1] in en.STATES):
        return Form(i + 1, year=int(raw))
    is_open = before == "in" and (not scan.is_word(i + 1) and not scan.is_number(i + 1) and scan.low[i + 1] != "-")
    if is_open or (before in ("by", "before", "after") and old_year(scan, i) and not changes_before(scan, i)):
        return Form(i + 1, why="a year, or a number")
    if before in ("between", "from") and old_year(scan, i) and scan.low[i + 1] in ("and", "to", "until"):
        return Form(i + 3, why="years, or numbers") if old_year(scan, i + 2) else None
    return None


def may_be_a_year(scan: EnglishScan, i: int) -> bool:
    """Whether three digits behind a day and a month may be a year."""
    raw = scan.raw[i]
    return len(raw) == 3 and raw.isascii() and raw.isdecimal() and not scan.is_tight(i + 1) and _ends(scan, i + 1)


def far_year(scan: EnglishScan, i: int) -> Form | None:
    """In 2150; by 2240, where something is to come; "in 2240 villages" and "one in 2500" are numbers."""
    raw, before = scan.raw[i], scan.low[i - 1]
    if not (raw.isascii() and raw.isdecimal() and len(raw) == 4 and "2100" <= raw < "3000") or scan.is_tight(i + 1):
        return None
    named = scan.raw[i + 1][:1].isupper()
    goes_on = scan.low[i + 1] in ("and", "or", "to", "-", "/") and scan.is_number(i + 2)
    if named or goes_on or not _ends(scan, i + 1) or scan.is_number(i - 2) or scan.low[i - 2] in _ONE_IN:
        return None
    comes = before == "by" and not _TO_COME.isdisjoint(scan.low[max(0, i - _NEAR) : i + _NEAR])
    if before == "in" or scan.says(i - 2, "the", "year") or (comes and not changes_before(scan, i)):
        return Form(i + 1, year=int(raw))
    return None
