"""A build reads, checks and converts once: what a command found is what the engine builds."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from commands import run
from markdown import Markdown

from factpress.reading.prose import front_matter
from factpress.rules import RULES
from factpress.rules.rule import Rule

_opened: list[Counter[str]] = []


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _opened and isinstance(arguments[0], str | Path):
        _opened[-1][str(Path(arguments[0]).absolute())] += 1


@contextmanager
def opened_files() -> Iterator[Counter[str]]:
    """How often each file is opened meanwhile. Python keeps such a hook for ever, so that there is one of it."""
    if not hasattr(sys, "_factpress_hooked"):
        sys.addaudithook(_note)
        sys._factpress_hooked = True  # type: ignore[attr-defined]
    _opened.append(Counter())
    try:
        yield _opened[-1]
    finally:
        _opened.pop()


@pytest.mark.parametrize("command", ["factpress", "mkdocs"])
def test_a_build_checks_once_and_reads_and_converts_no_text_twice(
    command: str, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules: Counter[str] = Counter()
    converted: Counter[str] = Counter()
    check, convert = Rule.findings, Markdown.convert

    def counting_check(rule: Rule, project: object, *, docs: str) -> object:
        rules[rule.code] += 1
        return check(rule, project, docs=docs)  # type: ignore[arg-type]

    def counting_convert(markdown: Markdown, source: str) -> str:
        converted[source.strip()] += 1
        return convert(markdown, source)

    monkeypatch.setattr(Rule, "findings", counting_check)
    monkeypatch.setattr(Markdown, "convert", counting_convert)
    with opened_files() as opened:
        if command == "factpress":
            done = run("build", "--strict", cwd=copy)
            assert done.returncode == 0, done.stderr
        else:
            build_with_mkdocs(copy, monkeypatch)
    assert (copy / "site/claims/taji-deaths/index.html").is_file()
    assert rules == Counter(rule.code for rule in RULES)

    pages = [path.read_text("utf-8") for path in sorted((copy / "docs").rglob("*.md"))]
    texts = {text[front_matter(text)[1] :].strip() for text in pages}
    assert len(texts) == 9 and texts <= set(converted)
    # Once by the check, once by the engine.
    assert {text: converted[text] for text in texts} == dict.fromkeys(texts, 2)

    folders = tuple(f"{copy / name}/" for name in ("facts", "docs"))
    often = {path: count for path, count in opened.items() if path.startswith(folders) or path.endswith("mkdocs.yml")}
    assert len(often) > 250 and str(copy / "mkdocs.yml") in often
    # MkDocs keeps no text of its settings, so that the places of settings are read after it.
    twice = {} if command == "factpress" else {str(copy / "mkdocs.yml"): 2}
    assert {path: count for path, count in often.items() if count > 1} == twice


def build_with_mkdocs(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    monkeypatch.chdir(project)
    build(load_config(str(project / "mkdocs.yml"), strict=True))
