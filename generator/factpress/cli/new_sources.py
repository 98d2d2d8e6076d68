"""Writes many sources at once, from saved pages or a collection of references; also those that still need a field."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from factpress import pipeline
from factpress.book import Book
from factpress.cli import csl, saved_page
from factpress.cli.answers import Interview
from factpress.cli.drafts import SOUND, Draft, write
from factpress.cli.failure import Failure
from factpress.cli.fields import FIELDS, stored_value
from factpress.cli.ids import short, slug
from factpress.cli.new_record import stored
from factpress.cli.side_by_side import side_by_side
from factpress.findings import Severity, counted, spelt
from factpress.reading.scratch import scratch
from factpress.records.source import Source
from factpress.site.clock import today
from factpress.sources.addresses import same_page

# What a source can't be without; `issued` may be `undated` instead.
_NEEDED = ("title", "issued", "root", "type")


@dataclass(frozen=True, slots=True)
class Found:
    """What a file says of one source: the file or item, the fields, and remarks on what is not clear or left out."""

    origin: str
    fields: Mapping[str, Any]
    remarks: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    """The fields that are a page's own words."""


def write_each(
    interview: Interview,
    given: Mapping[str, Any],
    pages: Sequence[Path],
    items: Sequence[csl.Item],
    *,
    publications: bool,
    id: str | None,
) -> None:
    """Writes a source of each page or reference, also where something is missing; what was given is of all."""
    fields = stored("source", interview.checked(given))
    found = from_pages(pages, fields) if pages else from_items(items, fields)
    whole = write_sources(interview.project, interview.book, found, publications=publications, id=id)
    click.echo("next: `factpress snapshot --all DIR` with the folder of the saved pages, then `factpress check`")
    if not whole or len(found) < len(pages or items):
        raise SystemExit(1)


def write_sources(
    project: Path, book: Book, found: Sequence[Found], *, publications: bool = False, id: str | None = None
) -> bool:
    """Writes a record for each, prints a line each and what is missing; gives back whether all are complete.

    With `publications`, the publication is the root of a source that has none, and its entity is written too.
    """
    if id is not None and len(found) > 1:
        raise Failure(f"--id names one source, and there are {len(found):,}")
    drafts: list[Draft] = []
    lines: list[str] = []
    entities: dict[str, Draft] = {}
    taken = set(book.sources) | {old for kind, old in book.renamed if kind == "source"}
    taken |= {path.stem for path in (project / "facts/sources").glob("*.yml")}
    known = {same_page(source.url): source.path for source in book.sources.values() if source.url}
    incomplete = 0
    for each in _sound(project, [_rooted(one, book, entities, publications=publications) for one in found]):
        here = same_page(each.fields.get("url", ""))
        if here and here in known:
            lines.append(f"skipped {each.origin}: {known[here]} has the same address")
            continue
        lacking = _lacking(each.fields)
        chosen = id or _free(_proposed(each.fields), each.fields, taken)
        taken.add(chosen)
        draft = Draft(
            "source", chosen, _ordered(each.fields), remarks=(*_taken(each), *each.remarks, *_missing_lines(lacking))
        )
        known |= {here: draft.path} if here else {}
        drafts.append(draft)
        incomplete += bool(lacking)
        not_found = f"; missing: {', '.join(lacking)}" if lacking else ""
        optional = [name for name in ("container_title", "author", "url", "language") if name not in each.fields]
        absent = f"; not found: {', '.join(optional)}" if optional else ""
        lines.append(f"wrote {draft.path} from {each.origin}{not_found}{absent}")
        lines += [f"  {remark}" for remark in each.notes]
    roots = {draft.fields.get("root") for draft in drafts}
    brought = [entity for entity in entities.values() if entity.id in roots]
    if drafts:
        write(project, [*brought, *drafts])
    for line in [*(f"wrote {entity.path}" for entity in brought), *lines]:
        click.echo(spelt(line))
    click.echo(_summary(len(drafts), len(found) - len(drafts), incomplete))
    return not incomplete


def _summary(written: int, skipped: int, incomplete: int) -> str:
    parts = [f"{counted(written, 'source')} written"]
    if skipped:
        parts.append(f"{skipped} skipped")
    if incomplete:
        parts.append(f"{incomplete} incomplete: add what is missing, then run `factpress check`")
    return ", ".join(parts)


def _rooted(found: Found, book: Book, entities: dict[str, Draft], *, publications: bool) -> Found:
    """What was found, with the publication as root where the project has its entity or may get it."""
    name = found.fields.get("container_title") or found.fields.get("publisher")
    if found.fields.get("root") or not name:
        return found
    wanted = name.casefold()
    for entity in book.entities.values():
        if wanted in {spelling.casefold() for spelling in (entity.name, *entity.alternate_name)}:
            return replace(found, fields={**found.fields, "root": entity.id})
    id = short(slug(name))
    if not publications or not id or (id in book.entities and id not in entities):
        return found
    entities.setdefault(id, Draft("entity", id, {"name": name, "type": "Organization"}))
    return replace(found, fields={**found.fields, "root": id})


def _sound(project: Path, found: Sequence[Found]) -> Iterator[Found]:
    """The same without fields that break a rule, which are named; all are checked together."""
    wrong = _wrong_fields(project, [each.fields for each in found])
    for each, problems in zip(found, wrong, strict=True):
        fields = {name: value for name, value in each.fields.items() if name not in problems}
        said = tuple(f"left out: {name}: {problem}" for name, problem in problems.items())
        yield replace(each, fields=fields, notes=(*each.notes, *said))


def _wrong_fields(project: Path, all_fields: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    with scratch() as folder:
        (folder / "facts/sources").mkdir(parents=True)
        if (site := project / "facts/site.yml").is_file():
            shutil.copyfile(site, folder / "facts/site.yml")
        drafts = {}
        for number, fields in enumerate(all_fields):
            sound = {
                name: value for name, value in SOUND["source"].items() if name != "undated" or "issued" not in fields
            }
            draft = Draft("source", f"draft-{number}", {**sound, **fields})
            (folder / draft.path).write_text(draft.text(folder), encoding="utf-8", newline="\n")
            drafts[draft.path] = (number, draft)
        findings = pipeline.check(folder, today=today()).findings
        wrong: list[dict[str, str]] = [{} for _ in all_fields]
        for finding in findings:
            if finding.severity is Severity.ERROR and finding.place.path in drafts and finding.code[:2] != "F2":
                number, draft = drafts[finding.place.path]
                key = list(draft.fields)[min(max(finding.place.line or 1, 1), len(draft.fields)) - 1]
                if key in all_fields[number]:
                    wrong[number].setdefault(key, f"{finding.message}; {finding.help}")
    return wrong


def _lacking(fields: Mapping[str, Any]) -> list[str]:
    names = [name for name in _NEEDED if not fields.get(name) and not (name == "issued" and fields.get("undated"))]
    return ["issued or undated" if name == "issued" else name for name in names]


def _missing_lines(lacking: Sequence[str]) -> tuple[str, ...]:
    return (f"Missing, and needed: {', '.join(lacking)}.",) if lacking else ()


def _taken(found: Found) -> tuple[str, ...]:
    return saved_page.remark({name: found.fields[name] for name in found.taken if name in found.fields})


def _ordered(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: fields[name] for name in Source.model_fields if fields.get(name)}


def _proposed(fields: Mapping[str, Any]) -> str:
    """A short id: where it was published and when, or the first words of the title."""
    date = re.match(r"[0-9]{4}(-[0-9]{2}){0,2}", fields.get("issued") or "")
    where = short(slug(fields.get("container_title") or "")) or fields.get("root") or ""
    parts = [where, date[0] if date else short(slug(fields.get("title") or ""))]
    return "-".join(part for part in parts if part) or "source"


def _free(proposed: str, fields: Mapping[str, Any], taken: set[str]) -> str:
    """The id, with words of the title where another source has it, then with a number."""
    if proposed not in taken:
        return proposed
    words = short(slug(fields.get("title") or ""))
    longer = f"{proposed}-{words}" if words and not proposed.endswith(words) else proposed
    numbered = (f"{longer}-{number}" for number in range(2, len(taken) + 3))
    return longer if longer not in taken else next(each for each in numbered if each not in taken)


def from_pages(pages: Sequence[Path], given: Mapping[str, Any]) -> list[Found]:
    """What saved pages say of themselves, less what is given; a page that can't be read is named and left out."""

    def read(path: Path) -> Found | str:
        try:
            said, doubts = saved_page.read(path)
        except Failure as error:
            return str(error)
        said = {name: value for name, value in said.items() if name not in given}
        if "undated" in given:
            said.pop("issued", None)
        stored = {each.key: stored_value(each, said[each.name]) for each in FIELDS["source"] if each.name in said}
        more = {} if "type" in said else {"type": "webpage"}
        unclear = () if "undated" in given else tuple(doubts)
        remarks = tuple(f"{doubt[:1].upper()}{doubt[1:]}." for doubt in unclear)
        return Found(str(path), {**more, **stored, **given}, remarks, unclear, tuple(said))

    read_pages = list(side_by_side(read, pages, label="reading pages"))
    unread = [each for each in read_pages if isinstance(each, str)]
    if len(unread) == len(pages):
        raise Failure("\n".join(unread))
    for problem in unread:
        click.echo(spelt(f"left out: {problem}"))
    return [each for each in read_pages if isinstance(each, Found)]


def from_items(items: Sequence[csl.Item], given: Mapping[str, Any]) -> list[Found]:
    """What a collection says of its items, less what is given."""
    return [
        Found(id, {**fields, **given}, (), (f"left out: {', '.join(left)}",) if left else ())
        for id, fields, left in items
    ]
