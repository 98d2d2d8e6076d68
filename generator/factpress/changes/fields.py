"""The differences between two forms of one record, field by field; the layout of its file does not matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from factpress.changes.change import Change
from factpress.records.page import Page, Said
from factpress.records.record import Record

Step = tuple[str, int, int, int, int]
# The first author is cited first, and pages list verdicts in the site's order.
_ORDERED = frozenset({("author",), ("editor",), ("verdicts",)})
_NEAR = 60
# On a longer page, frequent stretches are not compared one by one: that would take too long.
_LONG = 2_000


def changes(was: Record, now: Record) -> Iterator[Change]:
    """Every changed field, in the order of the model's fields.

    Order counts in lists of authors, editors and verdicts and on pages of prose, and in no other list.
    """
    old, new = was.model_dump(mode="json"), now.model_dump(mode="json")
    for name in dict.fromkeys([*old, *new]):
        yield from _changes((name,), old.get(name), new.get(name))
    if isinstance(was, Page) and isinstance(now, Page):
        yield from _prose(was, now)


def said(value: Any) -> str | None:
    """A value in words, of a mapping all its values; nothing for an absent value."""
    if value is None or value is False or value == [] or value == {}:
        return None
    if value is True:
        return "true"
    if isinstance(value, Mapping):
        inside = ((name.replace("_", " "), said(each)) for name, each in value.items())
        return "; ".join(f"{name}: {words}" for name, words in inside if words is not None)
    if isinstance(value, list):
        return ", ".join(filter(None, map(said, value)))
    return " ".join(str(value).split())


def _changes(keys: tuple[str, ...], was: Any, now: Any) -> Iterator[Change]:
    if said(was) == said(now):
        return
    if isinstance(was, list) or isinstance(now, list):
        yield from _lists(keys, was or [], now or [])
        if keys in _ORDERED:
            yield from _order(keys, was or [], now or [])
    elif isinstance(was, Mapping) and isinstance(now, Mapping):
        for name in dict.fromkeys([*was, *now]):
            yield from _changes((*keys, name), was.get(name), now.get(name))
    else:
        yield Change(keys, said(was), said(now))


def _lists(keys: tuple[str, ...], was: Sequence[Any], now: Sequence[Any]) -> Iterator[Change]:
    """What was removed from a list and added to it; evidence from the same source counts as the same piece, changed."""
    gone, come = _unlike(was, now), _unlike(now, was)
    for same in (("source", "quote"), ("source",)):
        for piece in list(gone):
            other = next((each for each in come if _are_one(piece, each, same)), None)
            if other is not None:
                gone.remove(piece)
                come.remove(other)
                yield from _changes((*keys, str(piece["source"])), piece, other)
    yield from (Change(_named(keys, each), said(each), None) for each in gone)
    yield from (Change(_named(keys, each), None, said(each)) for each in come)


def _order(keys: tuple[str, ...], was: Sequence[Any], now: Sequence[Any]) -> Iterator[Change]:
    """A change in the order of the values that stay in a list."""
    old, new = ([_called(each) for each in side] for side in (was, now))
    kept, keeps = ([each for each in side if each in other] for side, other in ((old, new), (new, old)))
    if kept != keeps:
        yield Change((*keys, "order"), ", ".join(kept), ", ".join(keeps))


def _called(value: Any) -> str:
    """The name of a value in a list: of a verdict, or of a person in parts."""
    if not isinstance(value, Mapping):
        return said(value) or ""
    whole = [value[name] for name in ("name", "literal") if value.get(name)]
    return " ".join(whole or filter(None, (value.get(name) for name in ("given", "family"))))


def _unlike(these: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """The values that one list has more often than the other."""
    left = [said(each) for each in others]
    found = []
    for each in these:
        if said(each) in left:
            left.remove(said(each))
        else:
            found.append(each)
    return found


def _are_one(piece: Any, other: Any, same: Sequence[str]) -> bool:
    both = isinstance(piece, Mapping) and isinstance(other, Mapping) and "source" in piece and "quote" in piece
    return both and all(said(piece[name]) == said(other.get(name)) for name in same)


def _named(keys: tuple[str, ...], value: Any) -> tuple[str, ...]:
    is_piece = isinstance(value, Mapping) and "source" in value and "quote" in value
    return (*keys, str(value["source"])) if is_piece else keys


def _prose(was: Page, now: Page) -> Iterator[Change]:
    """Changes to the words, citations and links of a page of prose, and to their order."""
    old, new = was.said, now.said
    matcher = SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > _LONG)
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    moved = _moved(old, new, steps)
    arrived = set(moved.values())
    for _, start, end, from_, to in steps:
        for n in range(start, end):
            if n in moved:
                yield from _place(old, n, new, moved[n])
        gone = [old[n] for n in range(start, end) if n not in moved]
        come = [new[n] for n in range(from_, to) if n not in arrived]
        for part in dict.fromkeys(each.part for each in (*gone, *come)):
            yield from _stretches(
                part, *([_with_target(each) for each in side if each.part == part] for side in (gone, come))
            )


def _moved(old: Sequence[Said], new: Sequence[Said], steps: Sequence[Step]) -> Mapping[int, int]:
    """The stretches that moved, by their numbers before and after."""
    waiting: dict[Said, list[int]] = {}
    for _, _, _, from_, to in reversed(steps):
        for n in reversed(range(from_, to)):
            waiting.setdefault(new[n], []).append(n)
    went = (n for _, start, end, _, _ in steps for n in range(start, end))
    return {n: waiting[old[n]].pop() for n in went if waiting.get(old[n])}


def _place(old: Sequence[Said], n: int, new: Sequence[Said], m: int) -> Iterator[Change]:
    """A stretch that moved, with the words around it; without them where they are the same."""
    was, now = _around(old, n), _around(new, m)
    if was != now:
        yield Change(("order",), was, now)
    else:
        yield from (
            Change((old[n].part,), _with_target(old[n]), None),
            Change((old[n].part,), None, _with_target(old[n])),
        )


def _around(page: Sequence[Said], n: int) -> str:
    before = [_with_target(each)[-_NEAR:] for each in page[max(0, n - 1) : n]]
    after = [_with_target(each)[:_NEAR] for each in page[n + 1 : n + 2]]
    return " … ".join([*before, _with_target(page[n]), *after])


def _stretches(part: str, gone: Sequence[str], come: Sequence[str]) -> Iterator[Change]:
    if len(gone) == len(come):
        yield from (Change((part,), was, now) for was, now in zip(gone, come, strict=True))
    else:
        yield from (Change((part,), was, None) for was in gone)
        yield from (Change((part,), None, now) for now in come)


def _with_target(stretch: Said) -> str:
    """The words of a stretch, and its target."""
    return stretch.words if stretch.part == "words" else f"‘{stretch.words}’ ({stretch.target})"
