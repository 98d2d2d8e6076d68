"""What differs between two forms of one record, field by field; how its file is written does not matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from factpress.changes.change import Change
from factpress.records.page import Page, Said
from factpress.records.record import Record

Step = tuple[str, int, int, int, int]
# Who is named first is cited first, and verdicts are listed as the site orders them.
_ORDERED = frozenset({("author",), ("editor",), ("verdicts",)})
_NEAR = 60
# Of a page of more stretches those that recur often are not compared by themselves, which would take for ever.
_LONG = 2_000


def changes(was: Record, now: Record) -> Iterator[Change]:
    """Every field that is not as it was, in the order of the model's fields.

    Within lists order says nothing, but for that of authors, editors and verdicts; on a page of prose it does.
    """
    old, new = was.model_dump(mode="json"), now.model_dump(mode="json")
    for name in dict.fromkeys([*old, *new]):
        yield from _changes((name,), old.get(name), new.get(name))
    if isinstance(was, Page) and isinstance(now, Page):
        yield from _prose(was, now)


def said(value: Any) -> str | None:
    """A value in words, of a mapping all that it holds; nothing for none."""
    if value is None or value == [] or value == {}:
        return None
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
    """What went out of a list and came into it; a piece of evidence from the same source is the same one, changed."""
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
    """The order of what is in a list as before, where it is another."""
    old, new = ([_called(each) for each in side] for side in (was, now))
    kept, keeps = ([each for each in side if each in other] for side, other in ((old, new), (new, old)))
    if kept != keeps:
        yield Change((*keys, "order"), ", ".join(kept), ", ".join(keeps))


def _called(value: Any) -> str:
    """What one of a list goes by: a verdict's name, or what a name is made of."""
    if not isinstance(value, Mapping):
        return said(value) or ""
    whole = [value[name] for name in ("name", "literal") if value.get(name)]
    return " ".join(whole or filter(None, (value.get(name) for name in ("given", "family"))))


def _unlike(these: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """What stands in one list more often than in the other."""
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
    """What a page of prose says, cites and leads to otherwise, or in another order."""
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
            yield from _stretches(part, *([_led(each) for each in side if each.part == part] for side in (gone, come)))


def _moved(old: Sequence[Said], new: Sequence[Said], steps: Sequence[Step]) -> Mapping[int, int]:
    """The stretches that stand elsewhere, by their numbers before and after."""
    waiting: dict[Said, list[int]] = {}
    for _, _, _, from_, to in reversed(steps):
        for n in reversed(range(from_, to)):
            waiting.setdefault(new[n], []).append(n)
    went = (n for _, start, end, _, _ in steps for n in range(start, end))
    return {n: waiting[old[n]].pop() for n in went if waiting.get(old[n])}


def _place(old: Sequence[Said], n: int, new: Sequence[Said], m: int) -> Iterator[Change]:
    """A stretch that stands elsewhere, with what is around it; without, where that is the same."""
    was, now = _around(old, n), _around(new, m)
    if was != now:
        yield Change(("order",), was, now)
    else:
        yield from (Change((old[n].part,), _led(old[n]), None), Change((old[n].part,), None, _led(old[n])))


def _around(page: Sequence[Said], n: int) -> str:
    before = [_led(each)[-_NEAR:] for each in page[max(0, n - 1) : n]]
    after = [_led(each)[:_NEAR] for each in page[n + 1 : n + 2]]
    return " … ".join([*before, _led(page[n]), *after])


def _stretches(part: str, gone: Sequence[str], come: Sequence[str]) -> Iterator[Change]:
    if len(gone) == len(come):
        yield from (Change((part,), was, now) for was, now in zip(gone, come, strict=True))
    else:
        yield from (Change((part,), was, None) for was in gone)
        yield from (Change((part,), None, now) for now in come)


def _led(stretch: Said) -> str:
    """What a stretch says, and where it leads."""
    return stretch.words if stretch.part == "words" else f"‘{stretch.words}’ ({stretch.target})"
