"""The YAML and JSON test suites in every position of a project: each file is a record, or has a finding with a line."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from hostile import corpora
from hostile.row import Row
from hostile.tried import clock, tried

from factpress.cli.examples import lay
from factpress.pipeline import Checked, check
from factpress.records.date import parse_date
from factpress.reports import FORMATS

TODAY = parse_date("2026-11-24")
RECORDS = {
    "claims": "facts/claims/suite/{}.yml",
    "sources": "facts/sources/{}.yml",
    "entities": "facts/entities/{}.yml",
}
RECEIPTS = "facts/receipts/{}.json"
PROSE = "docs/{}.md"


def rows() -> Iterator[Row]:
    """A row for each position of each suite."""
    yaml = {name.lower(): text.encode("utf-8", "surrogatepass") for name, text in corpora.yaml_cases().items()}
    texts = corpora.json_texts()
    json = {f"json-{n}": text.encode("utf-8", "surrogatepass") for n, text in enumerate(texts.values())}
    for kind, pattern in RECORDS.items():
        yield Row(f"the YAML suite as {kind}", len(yaml), 400, [*_all_at_once(yaml, pattern)])
    yield Row("the YAML suite as receipts", len(yaml), 400, [*_all_at_once(yaml, RECEIPTS)])
    front = {name: b"---\n" + text + b"\n---\n\n# Words\n" for name, text in yaml.items()}
    yield Row("the YAML suite as front matter", len(front), 400, [*_all_at_once(front, PROSE)])
    yield Row("the YAML suite as facts/site.yml", len(yaml), 400, [*_one_by_one(yaml, "facts/site.yml")])
    yield Row("the YAML suite as mkdocs.yml", len(yaml), 400, [*_settings(yaml)])
    yield Row("the JSON suite as receipts", len(json), 330, [*_all_at_once(json, RECEIPTS)])
    yield Row("the JSON suite as claims", len(json), 330, [*_all_at_once(json, RECORDS["claims"])])


def _project(folder: Path) -> Path:
    lay("", folder)
    (folder / "docs").mkdir()
    return folder


def _placed(project: Path, name: str, data: bytes) -> Path:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _all_at_once(files: Mapping[str, bytes], pattern: str) -> Iterator[str]:
    """What is bad when all files are in one project; if that ends in a bug, each is tried alone."""
    with tempfile.TemporaryDirectory() as folder:
        project = _project(Path(folder))
        for name, data in files.items():
            _placed(project, pattern.format(name), data)
        try:
            with clock():
                found = check(project, today=TODAY)
        except Exception:  # noqa: BLE001 a bug of any kind is what is looked for
            yield from _one_by_one(files, pattern)
            return
    for name, data in files.items():
        yield from _missed(found, pattern.format(name), data)
    yield from _reports(found)


def _one_by_one(files: Mapping[str, bytes], pattern: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        project = _project(Path(folder))
        for name, data in files.items():
            path = _placed(project, pattern.format(name), data)
            try:
                with clock():
                    found = check(project, today=TODAY)
            except Exception as error:  # noqa: BLE001 a bug of any kind is what is looked for
                yield f"{pattern} {name}: {type(error).__name__}: {error}"
            else:
                yield from _missed(found, pattern.format(name), data)
                yield from _reports(found)
            if "{}" in pattern:
                path.unlink()


def _missed(found: Checked, path: str, data: bytes) -> Iterator[str]:
    """Whether a file is neither a record nor told of, or told of without a line."""
    places = [finding.place for finding in found.findings if finding.place.path == path]
    lines = data.count(b"\n") + data.count(b"\r") + 1
    records = {record.path for record in found.book.records()} | {
        receipt.path for receipt in found.book.receipts.values()
    }
    if not places and path not in records and not path.endswith(".md"):
        yield f"{path}: silent"
    if any(not 1 <= place.line <= lines for place in places):
        yield f"{path}: without a line"


def _reports(found: Checked) -> Iterator[str]:
    for name, report in FORMATS.items():
        try:
            report(found, verbose=True)
        except Exception as error:  # noqa: BLE001 a bug of any kind is what is looked for
            yield f"{name}: {type(error).__name__}: {error}"
    if found.ledger.unaccounted:
        yield f"{found.ledger.unaccounted} files are unaccounted for"


def _settings(files: Mapping[str, bytes]) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        project = _project(Path(folder))
        for name, data in files.items():
            (project / "mkdocs.yml").write_bytes(data)
            yield from tried("check", cwd=project, name=f"mkdocs.yml {name}")
        shutil.rmtree(project / "facts")
