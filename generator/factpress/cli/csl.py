"""Turns items of a CSL-JSON, BibTeX or RIS file, such as Zotero exports, into sources' fields."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from factpress.cli import references
from factpress.cli.drafts import tidied
from factpress.cli.failure import Failure
from factpress.findings import listed, shown

MOST_BYTES = 4_000_000
Item = tuple[str, Mapping[str, Any], Sequence[str]]
"""An item's id, its fields as a source has them, and those that were left out."""
# The fields of CSL 1.0.2 that a source has, by their CSL names.
_TEXTS = {
    "type": "type", "title": "title", "container-title": "container_title", "publisher": "publisher",
    "genre": "genre", "number": "number", "volume": "volume", "issue": "issue", "page": "page", "DOI": "doi",
    "ISBN": "isbn", "URL": "url", "language": "language", "note": "note",
}  # fmt: skip
_NAMES = ("author", "editor")
_DATES = ("issued", "accessed")
_KNOWN = frozenset({*_TEXTS, *_NAMES, *_DATES})


def read(path: Path, *, item: str | None) -> Sequence[Item]:
    """Each item of a file, or one: its id, a source's fields, and what was left out; raises `Failure`."""
    found = _items(path)
    ids = [str(each.get("id", "")) for each in found]
    if item is not None and item not in ids:
        raise Failure(f"{path} contains no item {shown(item)}; it has {listed(ids[:5], last='and')}")
    return [(id, *_fields(each)) for id, each in zip(ids, found, strict=True) if item in (None, id)]


def _fields(found: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """A source's fields by name, and the item's fields that were left out."""
    fields: dict[str, Any] = {}
    left = [key for key in found if key not in _KNOWN]
    for key, name in _TEXTS.items():
        value = found.get(key)
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and tidied(str(value)):
            fields[name] = re.sub(r"\s+", " ", tidied(str(value)))
        elif value not in (None, ""):
            left.append(key)
    for key in _NAMES:
        names = [_name(name) for name in _list(found.get(key))]
        if any(names):
            fields[key] = [name for name in names if name]
        if not all(names) or (found.get(key) and not names):
            left.append(key)
    for key in _DATES:
        date = _date(found.get(key))
        if date:
            fields[key] = date
        elif found.get(key):
            left.append(key)
    return fields, sorted(left)


def _items(path: Path) -> Sequence[Mapping[str, Any]]:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise Failure(f"{path} can't be read: {error.strerror}") from None
    if len(data) > MOST_BYTES:
        raise Failure(f"{path} is larger than {MOST_BYTES:,} bytes; export fewer items")
    try:
        text = data.decode("utf-8-sig")
        if path.suffix.lower() == ".bib":
            items = references.bibtex(text, path)
        elif path.suffix.lower() == ".ris":
            items = references.ris(text, path)
        else:
            items = _items_of_json(json.loads(text))
    except (ValueError, RecursionError):
        raise Failure(f"{path} is not JSON in UTF-8; export it as CSL JSON, as BibTeX (.bib) or RIS (.ris)") from None
    if not items:
        raise Failure(f"{path} contains no items; export it as CSL JSON")
    return items


def _items_of_json(found: Any) -> Sequence[Mapping[str, Any]]:
    if isinstance(found, dict):
        found = found.get("items", [found])
    return [item for item in _list(found) if isinstance(item, dict)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _name(value: Any) -> dict[str, str]:
    """A name's parts; particles and suffixes join the part that they belong to."""
    if not isinstance(value, dict):
        return {}
    said = {key: tidied(str(part)) for key, part in value.items() if isinstance(part, (str, int))}
    if said.get("literal"):
        return {"literal": said["literal"]}
    family = _joined(said, "non-dropping-particle", "family", "suffix")
    given = _joined(said, "given", "dropping-particle")
    if not said.get("family"):
        return {"literal": given} if given else {}
    return {"family": family, **({"given": given} if given else {})}


def _joined(parts: Mapping[str, str], *names: str) -> str:
    return " ".join(parts[name] for name in names if parts.get(name))


def _date(value: Any) -> str:
    """A date variable of CSL as EDTF; empty if it has no date that EDTF can express."""
    if not isinstance(value, dict):
        return ""
    days = [_day(parts) for parts in _list(value.get("date-parts"))]
    if not days:
        return tidied(str(value.get("raw") or value.get("literal") or ""))
    if not all(days) or len(days) > 2:
        return ""
    season = str(value.get("season") or "")
    if len(days) == 1 and len(days[0]) == 4 and season in {"1", "2", "3", "4"}:
        days = [f"{days[0]}-2{season}"]
    mark = "~" if value.get("circa") not in (None, False, "", 0, "0", "false") else ""
    return "/".join(day + mark for day in days)


def _day(parts: Any) -> str:
    numbers = [str(part) for part in _list(parts) if part not in (None, "")]
    if not 1 <= len(numbers) <= 3 or not all(re.fullmatch(r"[0-9]{1,4}", number) for number in numbers):
        return ""
    year, *rest = numbers
    return "-".join([year.zfill(4), *(number.zfill(2) for number in rest)])
