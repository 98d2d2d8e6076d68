"""What differs between two forms of one record, field by field; how its file is written does not matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factpress.changes.change import Change
from factpress.records.page import Page
from factpress.records.record import Record

Values = Mapping[str, Any]


def changes(was: Record, now: Record) -> Iterator[Change]:
    """Every field that is not as it was, in the order of the model's fields; order within lists says nothing."""
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
    """What a page of prose says and cites otherwise."""
    old, new = ([run.words for run in page.runs if run.part != "front"] for page in (was, now))
    yield from _lists(("words",), old, new)
    cited = [[f"‘{link.words}’ ({link.kind}:{link.id})" for link in page.citations] for page in (was, now)]
    yield from _lists(("citation",), *cited)
