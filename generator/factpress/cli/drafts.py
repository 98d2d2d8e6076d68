"""New records: their text in the project's style, what is wrong with it, and writing it to files."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factpress import pipeline
from factpress.addresses import FOLDERS
from factpress.cli.failure import Failure
from factpress.cli.writing import add
from factpress.findings import Finding, Severity
from factpress.reading.scratch import scratch
from factpress.records.record import Kind
from factpress.site.clock import today

# Ids, dates and choices are written without quotation marks; text for readers is quoted.
_PLAIN_KEYS = frozenset({
    "accessed", "about", "attributed_to", "format", "issued", "language", "part_of", "rights", "root", "source",
    "stance", "type", "url", "voice_of", "when", "where",
})  # fmt: skip
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._/~?%+:&=-]*(?<![ :])")
# A valid record of each kind; one answer is checked as a part of it.
SOUND: Mapping[str, Mapping[str, Any]] = {
    "claim": {"claim": "It is so.", "evidence": [{"source": "a", "quote": "It is so."}]},
    "source": {"type": "webpage", "title": "It is so", "undated": "It gives no date.", "root": "a", "note": "A note."},
    "entity": {"name": "A name", "type": "Organization", "naming": "A role."},
    "site": {"format": "1", "name": "A name"},
}
# Findings that are normal for a new record: nothing names it yet, and there is no receipt yet.
_NOT_YET = frozenset({"unused-source", "unused-entity", "unread-quote"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A record to be written: its kind, id, topic (claims only) and fields in order."""

    kind: Kind
    id: str
    fields: Mapping[str, Any]
    topic: str = ""
    remarks: tuple[str, ...] = ()
    """Lines of comment above its fields."""

    @property
    def path(self) -> str:
        """Its file, from the project's root."""
        if self.kind == "site":
            return "facts/site.yml"
        return "/".join(part for part in ("facts", FOLDERS[self.kind], self.topic, f"{self.id}.yml") if part)

    def text(self, project: Path) -> str:
        """Its YAML, with a line that names the editor's schema if the project has one."""
        schema = f"docs/schemas/{self.kind}.json"
        up = "../" * self.path.count("/")
        line = f"# yaml-language-server: $schema={up}{schema}\n" if (project / schema).is_file() else ""
        return line + "".join(f"# {remark}\n" for remark in self.remarks) + "".join(_lines(self.fields, ""))


def quoted(text: str) -> str:
    """Any text as a YAML value in quotation marks."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def tidied(text: str) -> str:
    """An answer in its stored form: composed Unicode, without tabs or surrounding space."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ").strip()


def wrong_with(project: Path, kind: Kind, fields: Mapping[str, Any], *, whole: bool = False) -> list[Finding]:
    """What the rules find in these fields, as a whole record or within a valid one, apart from references."""
    sound = {} if whole else dict(SOUND[kind])
    if fields.get("issued"):
        sound.pop("undated", None)
    with scratch() as folder:
        (folder / "facts").mkdir()
        site = project / "facts/site.yml"
        if kind != "site" and site.is_file():
            shutil.copyfile(site, folder / "facts/site.yml")
        draft = Draft(kind, "a-draft", {**sound, **fields}, "a-topic" if kind == "claim" else "")
        (folder / draft.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / draft.path).write_text(draft.text(folder), encoding="utf-8", newline="\n")
        found = pipeline.check(folder, today=today()).findings
    return [
        finding
        for finding in found
        if finding.place.path == draft.path and finding.severity is Severity.ERROR and not finding.code.startswith("F2")
    ]


def write(project: Path, drafts: Sequence[Draft]) -> list[str]:
    """Writes records that are not there yet, all or none, and gives back their paths."""
    texts = {draft.path: draft.text(project) for draft in drafts}
    for path in texts:
        refuse_if_taken(project, path)
    try:
        add({project / path: text for path, text in texts.items()})
    except FileExistsError as error:
        taken = Path(error.filename).relative_to(project).as_posix()
        raise Failure(f"{taken} already exists; give another id with --id") from None
    return list(texts)


def refuse_if_taken(project: Path, path: str) -> None:
    """Raises `Failure` if the file exists, or if its folder is a link out of the project."""
    inside = project
    for part in Path(path).parts[:-1]:
        inside /= part
        if inside.is_symlink() or (inside.exists() and not inside.is_dir()):
            raise Failure(f"{inside} is not an ordinary folder; nothing was written")
    if os.path.lexists(project / path):
        raise Failure(f"{path} already exists; give another id with --id")


def findings_in(found: pipeline.Checked, paths: Sequence[str]) -> tuple[Finding, ...]:
    """What a check found in these files, without findings that are normal for new records."""
    return tuple(each for each in found.findings if each.place.path in paths and each.name not in _NOT_YET)


def _lines(fields: Mapping[str, Any], indent: str) -> list[str]:
    lines = []
    for key, value in fields.items():
        if key == "figures":
            lines += [f"{indent}figures:\n", *(f"{indent}  {name}: {_figure(said)}\n" for name, said in value.items())]
        elif isinstance(value, str):
            lines.append(f"{indent}{key}: {_scalar(key, value)}\n")
        elif key in {"evidence", "appears_in"}:
            lines.append(f"{indent}{key}:\n")
            for piece in value:
                first, *rest = _lines(piece, indent + "    ")
                lines += [f"{indent}  - {first.lstrip(' ')}", *rest]
        else:
            lines.append(f"{indent}{key}: [{', '.join(_item(key, item) for item in value)}]\n")
    return lines


def _item(key: str, item: str | Mapping[str, str]) -> str:
    if isinstance(item, str):
        return _scalar(key, item)
    return "{" + ", ".join(f"{name}: {quoted(value)}" for name, value in item.items()) + "}"


def _scalar(key: str, value: str) -> str:
    is_plain = key in _PLAIN_KEYS and _PLAIN.fullmatch(value) and ": " not in value
    return value if is_plain and (key != "attributed_to" or " " not in value) else quoted(value)


def _figure(value: str) -> str:
    return value if _PLAIN.fullmatch(value) and ": " not in value else quoted(value)
