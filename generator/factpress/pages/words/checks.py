"""What pages say of the day on which a claim was last compared with its sources, and of the next one."""

from __future__ import annotations

from collections.abc import Sequence

from factpress.findings import counted
from factpress.pages.words.names import date_words
from factpress.records.claim import Claim
from factpress.records.date import Date


def overdue_words(claim: Claim, today: Date | None) -> str:
    """What lists say of a claim whose next check is overdue; empty for others."""
    return "check overdue" if today is not None and claim.is_overdue(today) else ""


def check_words(claim: Claim, today: Date | None) -> str:
    """When a claim was last checked and is to be checked again; without `today` it is not known what is overdue."""
    parts = [f"Last checked on {date_words(claim.checked)}."] if claim.checked else []
    if claim.review_by is not None:
        by = date_words(claim.review_by)
        is_overdue = today is not None and claim.is_overdue(today)
        parts.append(
            f"It was to be checked again by {by}; this is overdue." if is_overdue else f"To be checked again by {by}."
        )
    return " ".join(parts)


def checks_words(claims: Sequence[Claim], today: Date | None) -> str:
    """When the claims that a page cites were last checked, and how many of these checks are overdue."""
    days = sorted({claim.checked for claim in claims if claim.checked}, key=lambda day: day.canonical)
    overdue = sum(bool(overdue_words(claim, today)) for claim in claims)
    undated = sum(claim.checked is None for claim in claims)
    parts = []
    if len(days) == 1:
        parts.append(f"The claims on this page were last checked on {date_words(days[0])}.")
    elif days:
        first, last = date_words(days[0]), date_words(days[-1])
        parts.append(f"The claims on this page were last checked between {first} and {last}.")
    if days and undated:
        parts.append(f"{counted(undated, 'claim')} {'has' if undated == 1 else 'have'} no day of a check.")
    if overdue:
        parts.append(f"{counted(overdue, 'check')} {'is' if overdue == 1 else 'are'} overdue.")
    return " ".join(parts)
