"""Payloads in every text of every kind of record: the pages hold the same active parts as with plain words."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hostile.activity import active
from hostile.row import Row
from playwright.sync_api import Page
from pydantic import BaseModel

from factpress.book import Book
from factpress.pages.files import files as site_files
from factpress.pages.links import with_links
from factpress.pages.render import render
from factpress.pipeline import check
from factpress.records.date import parse_date
from factpress.records.fields import WORDS
from factpress.rules import RULES

TODAY = parse_date("2026-11-24")
AT_ONCE = 400
PLAIN = "Words of the harbour"


def records(n: int, p: str) -> dict[str, Any]:
    """A claim, a withdrawn claim, sources and entities with a payload in each text, by their paths."""
    waiver = [{"code": "F201", "because": p}]
    gone = {"date": "2021-07-01", "why": p}
    person = {"literal": p}
    piece = {"quote": f"{p} the pier was opened", "gloss": p, "attributed_to": f"a man {p}", "says": {"piers": "1"}}
    archive = {"url": f"https://example.org/{n}", "date": "2021-06-01", "state": p}
    source = {
        "type": "article-newspaper",
        "title": p,
        "container_title": p,
        "author": [person],
        "editor": [person],
        "publisher": p,
        "genre": p,
        "number": p,
        "volume": p,
        "issue": p,
        "page": p,
        "note": p,
        "allow": waiver,
        "issued": "2021-05-30",
        "url": f"https://example.com/{n}",
        "root": f"place-{n}",
        "archived": [archive],
        "replies": [{"party": f"person-{n}", "asked": "2021-06-02", "how": p, "answer": p}],
    }
    claim = {
        "claim": p,
        "when": "2021-05-29",
        "where": [f"place-{n}"],
        "about": [f"person-{n}"],
        "allow": waiver,
        "figures": {"piers": "1"},
        "verdict": "accurate",
        "because": p,
        "instead": p,
        "said_by": f"person-{n}",
        "appears_in": [{**piece, "source": f"undated-{n}"}],
        "evidence": [
            {**piece, "source": f"paper-{n}", "first_hand": p, "own_words": p},
            {**piece, "source": f"paper-{n}", "stance": "disputes", "answered": p},
        ],
        "not_said": [{"source": f"paper-{n}", "words": p}],
        "review": {"by": ["ann"], "date": "2021-06-02", "stamp": p},
        "finding": p,
        "would_change": p,
        "replies": [
            {"party": f"person-{n}", "asked": "2021-06-02", "how": p, "answer": p, "date": "2021-06-03"},
            {"party": f"person-{n}", "asked": "2021-06-02", "how": p, "answer": "none"},
        ],
        "challenges": [{"by": f"a man {p}", "date": "2021-06-03", "says": p, "outcome": p}],
        "corrections": [{"date": "2021-06-03", "kind": "correction", "was": p, "why": p}],
    }
    excuse = {"sentence": "1", "begins": p, "why": p}
    undated = {"type": "webpage", "title": "", "note": p, "undated": p, "doi": p, "isbn": p, "root": f"person-{n}"}
    named = {"family": p, "given": p}
    place = {"latitude": "1.5", "longitude": "2.5", "precision": p, "source": p}
    entity = {"name": p, "alternate_name": [p], "description": p, "naming": p}
    return {
        f"facts/sources/paper-{n}.yml": source,
        f"facts/sources/undated-{n}.yml": {**undated, "author": [named], "no_claim": [excuse], "withdrawn": gone},
        f"facts/claims/harbour/claim-{n}.yml": claim,
        f"facts/claims/harbour/gone-{n}.yml": {
            "claim": p,
            "withdrawn": gone,
            "evidence": [{"source": f"paper-{n}", "quote": f"{p} b c d e"}],
        },
        f"facts/entities/person-{n}.yml": {**entity, "type": "Person", "formerly": [f"old-person-{n}"]},
        f"facts/entities/place-{n}.yml": {**entity, "type": "Place", "geo": place, "withdrawn": gone},
    }


def site(p: str, *, verdict: str = "accurate") -> dict[str, Any]:
    """The record of a site with a payload in each text."""
    names = ("corrections", "fairness", "sources", "funding", "methodology")
    return {
        "format": "1",
        "name": p,
        "url": "https://example.com/",
        "publisher": {"name": p, "email": p},
        "policies": dict.fromkeys(names, p),
        "articles": ["undated-0"],
        "verdicts": [
            {"name": verdict, "standing": ["corroborated", "single-source", "unsupported"], "label": p, "rating": "3"}
        ],
    }


def write(project: Path, of: dict[str, Any]) -> None:
    """Writes records into a project; JSON is YAML."""
    for path, fields in of.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(json.dumps(fields, ensure_ascii=False), "utf-8")


def unfilled(model: BaseModel, prefix: str = "") -> Iterator[str]:
    """The fields of text that a record, or a part of it, does not fill."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if not value and WORDS in field.metadata:
            yield prefix + name
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, BaseModel):
                yield from unfilled(part, f"{prefix}{name}.")


def pages(book: Book) -> dict[str, str]:
    """Every page and file of a book's site that browsers show, by its address, with its title and description."""
    linked = with_links(book)
    made = {page.address: page.html for page in render(linked, rules=RULES)}
    made |= {file.path: file.text for file in site_files(linked) if file.path.endswith(".html")}
    return made


def rows(browser: Page, payloads: Sequence[str]) -> Iterator[Row]:
    """The rows of records' fields and of the site's."""
    bad: list[str] = []
    parsed = accepted = 0
    for start in range(0, len(payloads), AT_ONCE):
        numbered = list(enumerate(payloads))[start : start + AT_ONCE]
        books = []
        while len(books) < 2:
            with tempfile.TemporaryDirectory() as folder:
                for n, payload in numbered:
                    write(Path(folder), records(n, PLAIN if books else payload))
                found = check(Path(folder), today=TODAY)
            refused = {int(path.rpartition("-")[2].partition(".")[0]) for path in _broken(found)}
            if refused and not books:
                # What is refused is no page; the rest of its number goes too, so that both books have the same.
                bad += [f"refused without a place: {path}" for path in _broken(found) if not _placed(found, path)]
                numbered = [(n, payload) for n, payload in numbered if n not in refused]
                continue
            books.append(found.book)
        accepted += len(numbered)
        hostile, plain = map(pages, books)
        bad += [f"not in both: {address}" for address in sorted(hostile.keys() ^ plain.keys())]
        parsed += len(hostile)
        for address, more, less in zip(
            hostile, active(browser, hostile.values()), active(browser, plain.values()), strict=True
        ):
            if more != less:
                bad.append(f"{address}: {dict(more - less) or dict(less - more)}")
    example = check_one(records(0, PLAIN) | {"facts/site.yml": site(PLAIN)})
    missing = {name for record in example.records() for name in unfilled(record)}
    kept = {name for record in example.records() for name in _filled(record)}
    bad += [f"no payload was put into {name}" for name in sorted(missing - kept)]
    yield Row("records: payloads × all texts of claims, sources, entities", accepted, 700, bad)
    yield Row("records: pages parsed", parsed, 4000)


def _filled(model: BaseModel, prefix: str = "") -> Iterator[str]:
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if value and WORDS in field.metadata:
            yield prefix + name
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, BaseModel):
                yield from _filled(part, f"{prefix}{name}.")


def check_one(of: dict[str, Any]) -> Book:
    """The book of a few records."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), of)
        return check(Path(folder), today=TODAY).book


def _broken(found: Any) -> list[str]:
    return [
        path for path in found.texts if path.endswith(".yml") and not any(r.path == path for r in found.book.records())
    ]


def _placed(found: Any, path: str) -> bool:
    return any(each.place.path == path for each in found.findings)
