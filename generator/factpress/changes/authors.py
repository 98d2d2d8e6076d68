"""Who wrote a claim and who signed it, as far as git knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factpress.records.version import Edit, Form

UNKNOWN = ""
"""Somebody whose handle is not known, among authors and signers."""
# The address that a host gives its members; it contains their handle.
_OF_A_MEMBER = re.compile(r"(?:[0-9]+\+)?([A-Za-z0-9-]+)@users\.noreply\.github\.com")


@dataclass(frozen=True, slots=True)
class Authorship:
    """Who wrote and who signed a claim: by name and by handle, in lower case.

    `authors` wrote it since its last review in another form; the commits of `signers` signed it in this form.
    `readers` are the handles that came with a commit by somebody who did not write it: with another name and another
    address, and without another handle. `is_open` while a part of this is not committed yet.
    """

    authors: frozenset[str] = frozenset()
    signers: frozenset[str] = frozenset()
    readers: frozenset[str] = frozenset()
    is_open: bool = False


def authorship_of(now: Form, edits: Sequence[Edit]) -> Authorship:
    """Who wrote a claim since its last signature on another text, and who signed the present text."""
    authors: set[str] = set()
    signers: set[str] = set()
    writers: set[str] = set()
    signed: list[tuple[Edit, set[str]]] = []
    newest: Form | None = None
    for edit in edits:
        newest = newest or edit.after
        came = edit.after.signed.difference(*(form.signed for form in edit.before))
        if came - now.signed:
            break
        called = {name for person in edit.people for name in _called(*person)}
        if came:
            signers |= called
            signed.append((edit, {handle for handle, _ in came}))
        if all(form.content != edit.after.content for form in edit.before):
            authors |= called
            writers |= _persons(edit)
    # What is not committed yet may be anyone's.
    committed = newest or Form()
    changed, unsigned = now.content != committed.content, not now.signed <= committed.signed
    authors |= {UNKNOWN} if changed else set()
    signers |= {UNKNOWN} if unsigned else set()
    readers = {handle for edit, handles in signed for handle in handles if _may_read(handle, edit, writers)}
    return Authorship(frozenset(authors), frozenset(signers), frozenset(readers - authors), is_open=changed or unsigned)


def _may_read(handle: str, edit: Edit, writers: set[str]) -> bool:
    """Whether a commit that signs is by somebody who did not write the claim, and who may have the handle."""
    called = {name for person in edit.people for name in _called(*person)}
    return writers.isdisjoint(_persons(edit)) and (handle in called or UNKNOWN in called)


def _persons(edit: Edit) -> set[str]:
    """The names and the addresses of a commit's people: a person may have several of either."""
    return {each.casefold() for person in edit.people for each in person if each}


def _called(name: str, address: str) -> set[str]:
    """The handles that a person may have, in lower case."""
    member = _OF_A_MEMBER.fullmatch(address)
    return {name.casefold(), member[1].casefold() if member else UNKNOWN}
