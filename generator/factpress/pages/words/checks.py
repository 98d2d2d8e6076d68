"""What pages say of the day on which a claim was last compared with its sources, and of the next one."""

from __future__ import annotations

from factpress.pages.words.names import date_words
from factpress.records.claim import Claim
from factpress.records.date import Date


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
