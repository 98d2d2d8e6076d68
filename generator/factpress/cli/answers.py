"""Answers for a new record, from options or from a person; each is checked immediately."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import click

from factpress.book import Book
from factpress.cli.drafts import tidied, wrong_with
from factpress.cli.failure import Failure
from factpress.cli.fields import EVIDENCE, FIELDS, Field, placed, stored_value
from factpress.findings import listed, nearest, shown
from factpress.records.ids import DEVICES, checked_id
from factpress.records.unreadable import Unreadable

Answers = dict[str, Any]
Need = Literal["required", "asked", "left out"]
_ASKED = frozenset({
    "when", "figure", "source", "url", "container_title", "author", "issued", "accessed", "language", "description",
})  # fmt: skip


@dataclass(frozen=True)
class Interview:
    """Gathers one record's answers, from options and, if `asks`, from a person; each is checked immediately."""

    project: Path
    book: Book
    kind: Literal["claim", "source", "entity"]
    asks: bool
    brought: frozenset[str] = frozenset()
    """Ids of entities that are written together with the record."""
    held: frozenset[str] = frozenset()
    """Fields that came from another file and need no answer."""

    def gather(self, given: Mapping[str, Any]) -> Answers:
        """All answers by the fields' names; raises `Failure`."""
        answers: Answers = {name: value for name, value in given.items() if value not in (None, ())}
        fields = FIELDS[self.kind]
        if not self.asks:
            self._complete(fields, answers)
            return answers
        for field in fields:
            if field.name in answers:
                problem = self.problem(field, answers[field.name])
                if problem is None:
                    continue
                say(problem)
                del answers[field.name]
                need: Need = "required"
            else:
                need = self.need(field, answers)
            if need != "left out":
                value = self._many(field) if field.many else self.ask(field, need)
                if value not in ("", ()):
                    answers[field.name] = value
        return answers

    def _complete(self, fields: Sequence[Field], answers: Answers) -> None:
        lacking = [field.option for field in fields if self.need(field, answers) == "required"]
        if lacking:
            names = ", ".join(lacking).replace("--undated", "--issued or --undated")
            raise Failure(f"missing: {names}; give the options, or answer questions with --ask")
        self.checked(answers)

    def checked(self, given: Mapping[str, Any]) -> Answers:
        """The answers that are given, each valid; raises `Failure`."""
        answers: Answers = {name: value for name, value in given.items() if value not in (None, ())}
        wrong = [
            f"{field.option}: {problem.message}; {problem.help}"
            for field in FIELDS[self.kind]
            if field.name in answers and (problem := self.problem(field, answers[field.name]))
        ]
        if wrong:
            raise Failure("nothing was written\n" + "\n".join(f"  {line}" for line in wrong))
        return answers

    def need(self, field: Field, answers: Answers) -> Need:
        """Whether a field without an answer is required, asked for or left out, given the answers so far."""
        name = field.name
        has_evidence = any(part in answers for part in EVIDENCE)
        required = {
            "claim": True,
            "topic": True,
            "article": "article_quote" in answers,
            "article_quote": "article" in answers,
            "source": has_evidence or "article" not in answers,
            "quote": has_evidence or "article" not in answers,
            "title": True,
            "undated": "issued" not in answers,
            "root": True,
            "name": True,
            "type": True,
            "naming": answers.get("type") == "Person",
        }.get(name, False)
        if name in answers or name in self.held:
            return "left out"
        if required:
            return "required"
        is_asked = name in _ASKED or (name == "article" and bool(self.book.site and self.book.site.articles))
        return "asked" if is_asked else "left out"

    def ask(self, field: Field, need: Need) -> str:
        """One answer, asked for until it is valid; an empty answer leaves the field out."""
        ending = "" if need == "required" else " (Enter leaves it out)"
        click.echo(f"\n{field.name}: {field.description}{ending}")

        def problem(value: str) -> Unreadable | None:
            if not value:
                return None if need == "asked" else Unreadable("an answer is required", help="write one")
            return self.problem(field, value)

        return asked(problem)

    def _many(self, field: Field) -> tuple[str, ...]:
        click.echo(f"\n{field.name}: {field.description} (one at a time; Enter ends)")
        values: list[str] = []
        while value := asked(lambda text: self.problem(field, (*values, text)) if text else None):
            values.append(value)
        return tuple(values)

    def problem(self, field: Field, value: Any) -> Unreadable | None:
        """What is wrong with an answer, by the field's reader, the rules and the project's records."""
        wrong = self.misread(field, value)
        if wrong or not field.refers:
            return wrong
        ids = value if field.many else [value]
        return next((lost for id in ids if (lost := self.lost(field, id))), None)

    def misread(self, field: Field, value: Any) -> Unreadable | None:
        """What is wrong with an answer by itself, without the project's records."""
        try:
            if field.name == "topic":
                if checked_id(value) in DEVICES:
                    return Unreadable(f"{shown(value)} is reserved by an operating system", help="add a word")
                return None
            stored = stored_value(field, value)
        except Unreadable as error:
            return error
        found = wrong_with(self.project, self.kind, placed(field, stored))
        return Unreadable(found[0].message, help=found[0].help) if found else None

    def lost(self, field: Field, id: str) -> Unreadable | None:
        """Why an id does not lead to a record of the project."""
        kind = field.refers
        if kind is None or " " in id or (kind == "entity" and id in self.brought):
            return None
        shelf = self.book.shelf(kind)
        if (kind, id) in self.book.renamed:
            now = self.book.renamed[kind, id]
            return Unreadable(f"{shown(id)} is the former id of {shown(now)}", help=f"write {shown(now)}")
        folder = {"source": "sources", "entity": "entities"}[kind]
        if id not in shelf and not (self.project / "facts" / folder / f"{id}.yml").is_file():
            near = nearest(id, shelf)
            hint = f"did you mean {shown(near)}? or " if near else ""
            first = f"write it first with `factpress new {kind}`"
            if field.name == "root":
                first = "let it be written too" if self.asks else "write it too with `--with-root NAME`"
            return Unreadable(f"there is no {kind} {shown(id)}", help=hint + first)
        articles = self.book.site.articles if self.book.site else ()
        if field.name == "article" and id not in articles:
            under_check = f", or use {listed(articles)}" if articles else ""
            help = f"add it to `articles` in facts/site.yml{under_check}"
            return Unreadable(f"{shown(id)} is not an article under check", help=help)
        return None


def asked(problem: Callable[[str], Unreadable | None], *, default: str = "") -> str:
    """A person's answer, asked for until it is valid."""
    while True:
        with _nothing_written():
            value = tidied(click.prompt(">", default=default, show_default=bool(default), prompt_suffix=" "))
        wrong = problem(value)
        if wrong is None:
            return value
        say(wrong)


def confirmed(question: str) -> bool:
    """Whether a person answers yes."""
    with _nothing_written():
        return click.confirm(question)


@contextmanager
def _nothing_written() -> Iterator[None]:
    """Reports that nothing was written if a person ends the questions early."""
    try:
        yield
    except click.Abort:
        click.echo()
        raise Failure("nothing was written") from None


def say(problem: Unreadable) -> None:
    """Shows what is wrong with an answer, and the smallest fix."""
    click.echo(f"  {problem.message}\n  help: {problem.help}")
