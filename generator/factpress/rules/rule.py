"""What a rule is: a function from a project to problems, whose docstring is its page and its first test."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol

from factpress.book import Book
from factpress.changes.change import Diff
from factpress.findings import Fault, Finding, Place, Severity, spelt
from factpress.reading.loader import Reading
from factpress.reading.settings import Settings
from factpress.records.date import Date
from factpress.records.record import Record

if TYPE_CHECKING:
    from factpress.changes.base import Base
    from factpress.changes.comparison import Pair

_EXAMPLE = re.compile(r"^(Bad|Good):\n\n((?:(?: {4}.*)?\n)+)", re.MULTILINE)


class Made(Protocol):
    """What a build adds to the files under `docs/`, by the paths that it seems to have there."""

    def has(self, file: str) -> bool:
        """Whether a build makes a file of that path."""

    def anchors(self, file: str) -> frozenset[str] | None:
        """The anchors of the page of that path; `None` where there is no such page."""


@dataclass(frozen=True)
class Project:
    """What rules look at: all that was read, the book made of it, the day of the check, and waivers by their use.

    With a base, also what was published there. What `mkdocs.yml` says is in `settings.written`, which gives the place
    of a setting by its keys, as `written.at("nav", 2)`. `made` gives what a build adds.
    """

    reading: Reading
    book: Book
    today: Date
    made: Callable[[], Made]
    base: Base | None = None
    idle_waivers: tuple[tuple[Record, int], ...] = ()
    unknown_waivers: tuple[tuple[Record, int], ...] = ()
    used_waivers: int = 0
    settings: Settings = field(default_factory=Settings)

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Every published record with its form before; empty without a base."""
        if self.base is None:
            return ()
        # A check that compares with nothing does without what compares.
        from factpress.changes.comparison import pairs

        return tuple(pairs(self.base.book.without_drafts(), self.book.without_drafts(), broken=self._unread))

    @cached_property
    def diff(self) -> Diff:
        """What changed in the records since the base; empty without a base."""
        if self.base is None:
            return Diff()
        from factpress.changes.comparison import compare

        return compare(self.base.book.without_drafts(), self.book.without_drafts(), broken=self._unread)

    @cached_property
    def _unread(self) -> frozenset[tuple[str, str]]:
        return self.reading.broken | (self.base.broken if self.base else frozenset())

    @cached_property
    def _faults(self) -> Mapping[str, list[Fault]]:
        by_kind: dict[str, list[Fault]] = {}
        for fault in self.reading.faults:
            by_kind.setdefault(fault.kind, []).append(fault)
        return by_kind

    def faults(self, kind: str) -> Iterator[Fault]:
        """The faults of that kind that reading met."""
        return iter(self._faults.get(kind, ()))


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule reports at one place; the rule's code, name and level make it a finding."""

    place: Place
    message: str
    help: str


Check = Callable[[Project], Iterator[Problem]]


@dataclass(frozen=True)
class Rule:
    """A rule with its code and level; its name and text come from its function."""

    code: str
    severity: Severity
    check: Check = field(repr=False)
    waivable: bool = True

    @property
    def name(self) -> str:
        """The rule's name, which names the fault and reads well after `allow`."""
        return self.check.__name__.replace("_", "-")

    @property
    def text(self) -> str:
        """The rule's page: what it finds, why that is bad, and two examples."""
        return inspect.getdoc(self.check) or ""

    @property
    def summary(self) -> str:
        """The first line of the rule's page."""
        return self.text.partition("\n")[0]

    @property
    def blocks(self) -> Iterator[tuple[str, str]]:
        """The page's paragraphs and examples in order, each with its kind: `text` or `example`."""
        for block in re.split(r"\n\n(?=\S)|(?<=:)\n\n", self.text):
            yield ("example", inspect.cleandoc("\n" + block)) if block.startswith("    ") else ("text", block)

    def example(self, name: str) -> str:
        """The Bad or the Good example, without its indentation."""
        for found in _EXAMPLE.finditer(self.text + "\n"):
            if found[1] == name:
                return inspect.cleandoc("\n" + found[2])
        return ""

    def findings(self, project: Project, *, docs: str) -> Iterator[Finding]:
        """What the rule finds in a project; `docs` is the address of the page of rules.

        Hidden characters are spelt, since a message or a help may name a file whose name has them.
        """
        url = f"{docs}#{self.code.lower()}"
        for found in self.check(project):
            message, help = spelt(found.message), spelt(found.help)
            yield Finding(found.place, self.code, self.name, self.severity, message, help, url)


def rule(code: str, *, severity: Severity = Severity.ERROR, waivable: bool = True) -> Callable[[Check], Check]:
    """Marks a function as the rule with that code.

    Errors that keep a record out of the book can't be waived, nor can rules about waivers.
    """
    broken = code.startswith("F0") and severity is Severity.ERROR

    def marked(check: Check) -> Check:
        check.rule = Rule(code, severity, check, waivable and not broken and not code.startswith("F9"))  # type: ignore[attr-defined] # read back by `rules_of` alone
        return check

    return marked


def rules_of(package: str, paths: Iterable[str]) -> tuple[Rule, ...]:
    """All rules of the modules in a package, in the order of their codes; `paths` are the package's folders."""
    names = [module.name for module in iter_modules(paths, f"{package}.")]
    found = [
        member.rule
        for family in map(import_module, names)
        for member in vars(family).values()
        if hasattr(member, "rule") and member.__module__ == family.__name__
    ]
    return tuple(sorted(found, key=lambda each: each.code))
