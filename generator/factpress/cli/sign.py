"""`factpress sign`: stamps a review into the records of claims and changes no other byte of them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from factpress.book import Book
from factpress.changes.stamp import not_known, stamp, state
from factpress.cli.failure import Failure
from factpress.cli.project import checked, project_option
from factpress.cli.writing import replace
from factpress.findings import Severity, counted, listed, nearest, shown
from factpress.pipeline import Checked
from factpress.reading.characters import decoded
from factpress.reading.document import Document
from factpress.reading.tree import RecordFile
from factpress.reading.validation import validate
from factpress.reading.yaml_events import parse
from factpress.records.claim import Claim
from factpress.records.fields import day, handle
from factpress.records.unreadable import Unreadable
from factpress.site.clock import today

_FIELD = "review"
# First characters of a field's lines, and those of lines that belong to the next field.
_BETWEEN = frozenset("\r\n#")
_INSIDE = _BETWEEN | {" "}


@click.command()
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM...")
@click.option("--by", required=True, metavar="HANDLE", help="Who compared the claims with their sources.")
@click.option("--date", metavar="DAY", help="The day of the review; left out: today.")
@project_option
def sign(claims: tuple[str, ...], by: str, date: str | None, project: Path) -> None:
    """Sign that you compared each CLAIM with its sources; a claim that changes later is unreviewed again.

    Others who signed the same content stay. Nothing is written unless all claims can be signed.
    """
    try:
        by, on = handle(by), day(date) if date else today()
    except Unreadable as error:
        raise Failure(error.message) from None
    found = checked(project)
    texts: dict[str, str] = {}
    for claim in {claim.id: claim for claim in (_named(found.book, id) for id in claims)}.values():
        _refuse_unsound(found, claim)
        _refuse_unknown(found.book, claim)
        reviewers = _reviewers(found.book, claim, by)
        if reviewers:
            review = f"{_FIELD}: {{by: [{', '.join(reviewers)}], date: {on}, stamp: {stamp(found.book, claim)}}}"
            texts[claim.path] = _signed(claim, _text(project / claim.path), review)
        else:
            click.echo(f"{claim.path}: {by} has already signed this version; nothing to write")
    replace({project / path: text for path, text in texts.items()})
    for path in texts:
        click.echo(f"signed {path}")


def _named(book: Book, id: str) -> Claim:
    claim = book.claims.get(book.renamed.get(("claim", id), id))
    if claim is None:
        near = nearest(id, book.claims)
        raise Failure(f"there is no valid claim {shown(id)}" + (f"; did you mean {shown(near)}?" if near else ""))
    return claim


def _refuse_unsound(found: Checked, claim: Claim) -> None:
    """Raises `Failure` if the claim is withdrawn or has errors."""
    if claim.withdrawal is not None:
        raise Failure(f"{claim.id} was withdrawn; there is nothing to review")
    errors = sum(each.severity is Severity.ERROR and each.place.path == claim.path for each in found.findings)
    if errors:
        raise Failure(f"{claim.id} has {counted(errors, 'error')}: see `factpress check`")


def _refuse_unknown(book: Book, claim: Claim) -> None:
    """Raises `Failure` if a record or receipt that the stamp covers can't be read."""
    lost = not_known(book, claim)
    if lost:
        which = "" if lost == [claim.id] else f" for {listed(lost, last='and')}"
        raise Failure(f"{claim.id} can't be signed: a record or receipt{which} can't be read; see `factpress check`")


def _reviewers(book: Book, claim: Claim, by: str) -> Sequence[str]:
    """Everyone who has signed this version of the claim, with `by`; empty if `by` had already signed it."""
    kept = claim.review.by if claim.review and state(book, claim) == "fits" else ()
    return () if by.casefold() in {handle.casefold() for handle in kept} else (*kept, by)


def _text(path: Path) -> str:
    """The text of a file, with its line endings unchanged."""
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Failure(f"{path} could not be read: {error}") from None


def _signed(claim: Claim, text: str, review: str) -> str:
    """The text of the claim's file with the review, in place of the earlier one or at the end."""
    lines = list(io.StringIO(text, newline=""))
    end_of_line = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if claim.review is None:
        body = text if text.endswith(("\r", "\n")) else text + end_of_line
        signed = f"{body}{review}{end_of_line}"
    else:
        start = claim.at_key(_FIELD).line - 1
        end = next((n for n in range(start + 1, len(lines)) if lines[n][:1] not in _INSIDE), len(lines))
        while end > start + 1 and lines[end - 1][:1] in _BETWEEN:
            end -= 1
        last = "" if end == len(lines) and not lines[-1].endswith(("\r", "\n")) else end_of_line
        signed = "".join([*lines[:start], review, last, *lines[end:]])
    document = _parsed(signed, claim.path)
    record, faults = validate(document, RecordFile(claim.path, "claim", claim.id, claim.topic, len(signed)))
    wrong = [fault for fault in (*document.faults, *faults) if not fault.mild]
    before = _parsed(text, claim.path).data
    if record is None or wrong or _without_review(document.data) != _without_review(before):
        raise Failure(f"{claim.path} has a form that can't be edited automatically; add this line yourself: {review}")
    return signed


def _parsed(text: str, path: str) -> Document:
    return parse(decoded(text.encode(), path)[0], path)


def _without_review(fields: Mapping[str, object]) -> Mapping[str, object]:
    return {name: value for name, value in fields.items() if name != _FIELD}
