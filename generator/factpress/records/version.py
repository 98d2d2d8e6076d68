"""What git knows of a record's file: what was in it from a given day, and who changed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from factpress.records.date import Date
from factpress.records.record import Record


@dataclass(frozen=True, slots=True)
class Version:
    """The state of a record's file from a given day, in UTC: whether it exists, and the record in it.

    A file that exists has no record here if it could not be read, or was not read because it never changed.
    """

    day: Date
    is_there: bool
    record: Record | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A claim's file at some time: the part that reviewers sign, and who signed, each with a stamp.

    Handles are in lower case. The content is all of the text if it can't be read, and nothing without a file.
    """

    content: Mapping[str, Any] | str | None = None
    signed: frozenset[tuple[str, str]] = frozenset()
    former_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """A commit that changed a claim: the names and addresses of all who wrote it, and the claim before and after.

    A merge has a form before it for each of its parents.
    """

    people: tuple[tuple[str, str], ...]
    after: Form
    before: tuple[Form, ...]
