"""The reference of rules: what their docstrings say, by family."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from factpress.pages.reference import Spans, spans
from factpress.pages.views import To

FAMILIES: Mapping[str, str] = {
    "F0": "Files and YAML",
    "F1": "The record itself",
    "F2": "References",
    "F3": "Quotes in their sources",
    "F4": "Figures",
    "F5": "Coverage of the article",
    "F6": "Prose",
    "F7": "Review and change",
    "F8": "Sources read again",
    "F9": "Waivers",
}
LEVELS: Mapping[str, str] = {
    "error": "Error: it fails every check.",
    "warning": "Warning: it fails a check with `--strict`.",
    "note": "Note: it never fails a check.",
}
_ABOUT = re.compile(r"F\d(?: of ([^:]+))?: (.+)", re.DOTALL)


class RuleLike(Protocol):
    """What this page asks of a rule; rules themselves are no business of pages."""

    check: Callable[..., Any]

    @property
    def code(self) -> str:
        """The code, such as F201."""

    @property
    def name(self) -> str:
        """The name, which says the fault."""

    @property
    def severity(self) -> str:
        """How much its findings weigh."""

    @property
    def summary(self) -> str:
        """What it finds, in one line."""

    @property
    def blocks(self) -> Iterator[tuple[str, str]]:
        """Paragraphs and examples, each with its kind."""


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """One rule: its paragraphs as words and code, its examples as they would stand in files."""

    code: str
    anchor: str
    name: str
    level: Spans
    blocks: Sequence[tuple[str, Spans]]


@dataclass(slots=True)
class Family:
    """The rules whose codes begin alike, and what each module of them is about."""

    title: str
    anchor: str
    rules: list[RuleEntry] = field(default_factory=list)
    groups: dict[str, list[To]] = field(default_factory=dict)

    @property
    def abouts(self) -> Iterator[tuple[Spans, Sequence[To]]]:
        """What each module of the family is about, with links to its rules."""
        return ((spans(about), links) for about, links in self.groups.items())


def rules(listed_rules: Iterable[RuleLike]) -> Mapping[str, Any]:
    """What the page about rules shows: families in order, and in each its rules by code."""
    families: dict[str, Family] = {}
    for rule in listed_rules:
        code = rule.code[:2]
        family = families.setdefault(code, Family(family_title(code), code.lower()))
        entry = RuleEntry(
            rule.code,
            rule.code.lower(),
            rule.name,
            spans(LEVELS[rule.severity]),
            [_block(kind, text) for kind, text in rule.blocks],
        )
        family.rules.append(entry)
        family.groups.setdefault(_module_about(rule), []).append(To(f"{rule.code} {rule.name}", f"#{entry.anchor}"))
    return {"families": list(families.values()), "count": sum(len(family.rules) for family in families.values())}


def family_title(code: str) -> str:
    """What the family is called whose codes begin so."""
    return f"{code} {FAMILIES.get(code, '')}".strip()


def _block(kind: str, text: str) -> tuple[str, Spans]:
    """A block of a rule's page: a paragraph, the label of an example, or an example, which is one piece."""
    if kind == "example":
        return kind, [(True, text)]
    return ("label", spans(text.removesuffix(":"))) if text in {"Bad:", "Good:"} else (kind, spans(text))


def _module_about(rule: RuleLike) -> str:
    """What the module of a rule is about, as its first line says it."""
    module = inspect.getmodule(rule.check)
    text = (inspect.getdoc(module) or "") if module else ""
    found = _ABOUT.fullmatch(text)
    if not found:
        return text
    about = f"{found[1]}: {found[2]}" if found[1] else found[2]
    return about[:1].upper() + about[1:]
