"""Reads BibTeX and RIS files as the items that a CSL-JSON file has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from factpress.cli.failure import Failure
from factpress.sources.published import day_of

_HELP = "pip install 'factpress[references]'"
_BIBTEX_TYPES = {
    "article": "article-journal", "book": "book", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "conference": "paper-conference", "techreport": "report", "report": "report",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis", "online": "webpage", "misc": "document",
    "dataset": "dataset", "unpublished": "manuscript", "manual": "report", "proceedings": "book",
}  # fmt: skip
_BIBTEX_FIELDS = {
    "title": "title", "journal": "container-title", "journaltitle": "container-title", "booktitle": "container-title",
    "publisher": "publisher", "institution": "publisher", "volume": "volume", "number": "issue", "pages": "page",
    "doi": "DOI", "isbn": "ISBN", "url": "URL", "note": "note", "langid": "language", "language": "language",
}  # fmt: skip
_RIS_TYPES = {
    "NEWS": "article-newspaper", "MGZN": "article-magazine", "JOUR": "article-journal", "EJOUR": "article-journal",
    "RPRT": "report", "GOVDOC": "report", "BOOK": "book", "CHAP": "chapter", "CONF": "paper-conference",
    "CPAPER": "paper-conference", "THES": "thesis", "BLOG": "post-weblog", "ELEC": "webpage", "WEB": "webpage",
    "DATA": "dataset", "BILL": "bill", "STAT": "legislation", "CASE": "legal_case", "VIDEO": "motion_picture",
}  # fmt: skip
_RIS_FIELDS = {
    "title": "title", "primary_title": "title", "secondary_title": "container-title",
    "journal_name": "container-title", "alternate_title3": "container-title", "publisher": "publisher",
    "volume": "volume", "number": "issue", "doi": "DOI", "issn": "ISBN", "language": "language", "note": "note",
}  # fmt: skip


def bibtex(text: str, path: Path) -> Sequence[Mapping[str, Any]]:
    """The items of a BibTeX file, in CSL's form; raises `Failure`."""
    try:
        from bibtexparser.entrypoint import parse_string
        from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts
    except ImportError:
        raise Failure(f"reading BibTeX needs bibtexparser: {_HELP}") from None
    # Names are split before braces go, which keep the words of an organization together.
    more = [SeparateCoAuthors(), SplitNameParts(), LatexDecodingMiddleware()]
    library = parse_string(text, append_middleware=more)
    if library.failed_blocks:
        first = library.failed_blocks[0]
        raise Failure(f"{path}:{(first.start_line or 0) + 1}: this is no valid BibTeX entry, or its key is there twice")
    items = []
    for entry in library.entries:
        found = {field.key.lower(): field.value for field in entry.fields}
        item: dict[str, Any] = {"id": entry.key, "type": _BIBTEX_TYPES.get(entry.entry_type.lower(), "document")}
        for key, name in _BIBTEX_FIELDS.items():
            if isinstance(value := found.get(key), str) and name not in item:
                item[name] = re.sub(r"[{}]", "", value)
        for key in ("author", "editor"):
            if names := [_bibtex_name(name) for name in found.get(key) or ()]:
                item[key] = names
        day = str(found.get("date") or "") or _written(found)
        items.append({**item, "issued": _issued(day), "accessed": _issued(str(found.get("urldate") or ""))})
    return items


def ris(text: str, path: Path) -> Sequence[Mapping[str, Any]]:
    """The items of a RIS file, in CSL's form; raises `Failure`."""
    try:
        import rispy
    except ImportError:
        raise Failure(f"reading RIS needs rispy: {_HELP}") from None
    try:
        entries = rispy.loads(text)
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise Failure(f"{path} is not valid RIS: {error}") from None
    items = []
    for number, entry in enumerate(entries, 1):
        item: dict[str, Any] = {
            "id": str(entry.get("id") or number),
            "type": _RIS_TYPES.get(str(entry.get("type_of_reference")), "document"),
        }
        for key, name in _RIS_FIELDS.items():
            if isinstance(value := entry.get(key), str) and name not in item:
                item[name] = value
        if urls := entry.get("urls"):
            item["URL"] = urls[0]
        names = entry.get("authors") or entry.get("first_authors") or ()
        item["author"] = [_ris_name(name) for name in names]
        pages = [str(entry[key]) for key in ("start_page", "end_page") if entry.get(key)]
        day = str(entry.get("date") or entry.get("publication_year") or entry.get("year") or "")
        item |= {
            "page": "-".join(pages),
            "issued": _issued(day),
            "accessed": _issued(str(entry.get("access_date") or "")),
        }
        items.append(item)
    return items


def _issued(text: str) -> dict[str, Any]:
    """A date variable; one that can't be read stays raw, so that it is named."""
    text = text.strip()
    plain = re.match(r"(\d{4}(?:/\d{1,2}){0,2})/*(?:/[^/\d].*)?$", text)
    day = day_of(plain[1] if plain else text)
    return {"date-parts": [day.split("-")]} if day else {"raw": text} if text else {}


def _written(found: Mapping[str, Any]) -> str:
    """The year, month and day of a BibTeX entry as one text."""
    year, month, day = (re.sub(r"[{}]", "", str(found.get(key) or "")).strip() for key in ("year", "month", "day"))
    if not month:
        return year
    if month.isdigit():
        return "-".join(part for part in (year, month, day) if part)
    first = day_of(f"1 {month} {year}")
    return f"{first[:7]}-{day}" if first and day else first[:7] or year


def _bibtex_name(name: Any) -> dict[str, str]:
    first, last = " ".join(name.first), " ".join([*name.von, *name.last, *name.jr])
    return {"family": last, "given": first} if first else {"literal": re.sub(r"[{}]", "", last)}


def _ris_name(name: str) -> dict[str, str]:
    family, comma, given = (part.strip() for part in name.partition(","))
    return {"family": family, "given": given} if comma and given else {"literal": family}
