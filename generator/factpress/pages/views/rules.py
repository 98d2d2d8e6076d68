"""What the page of rules shows: what their docstrings say, by family."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from factpress.page_kinds import PageKind
from factpress.pages.links import LinkedBook, To
from factpress.pages.rulebook import LEVELS, Family, Rule, Rulebook, anchor_of
from factpress.pages.spans import Spans, spans
from factpress.pages.view import Edition, PageView, single

_ABOUT = re.compile(r"F\d(?: of ([^:]+))?: (.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """One rule: its paragraphs as words and code, its examples as in files."""

    code: str
    anchor: str
    name: str
    level: Spans
    blocks: Sequence[tuple[str, Spans]]


@dataclass(frozen=True, slots=True)
class FamilyEntry:
    """A family: its rules, and what each of its modules is about, with links to the rules of that module."""

    title: str
    anchor: str
    rules: Sequence[RuleEntry]
    abouts: Sequence[tuple[Spans, Sequence[To]]]


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """The page."""
    yield single(kind, partial(_shown, edition.rulebook))


def _shown(rulebook: Rulebook, linked: LinkedBook) -> Mapping[str, Any]:
    return {"families": [family_entry(family) for family in rulebook.families], "count": len(rulebook.rules)}


def family_entry(family: Family) -> FamilyEntry:
    """What the page shows of a family."""
    by_module: dict[str, list[To]] = {}
    for rule in family.rules:
        by_module.setdefault(_module_about(rule), []).append(To(f"{rule.code} {rule.name}", f"#{anchor_of(rule)}"))
    abouts = [(spans(about), links) for about, links in by_module.items()]
    return FamilyEntry(family.title, family.anchor, [_entry(rule) for rule in family.rules], abouts)


def _entry(rule: Rule) -> RuleEntry:
    blocks = [_block(kind, text) for kind, text in rule.blocks]
    return RuleEntry(rule.code, anchor_of(rule), rule.name, spans(LEVELS[rule.severity]), blocks)


def _block(kind: str, text: str) -> tuple[str, Spans]:
    """A block of a rule's page: a paragraph, the label of an example, or an example, which is one piece."""
    if kind == "example":
        return kind, [(True, text)]
    return ("label", spans(text.removesuffix(":"))) if text in {"Bad:", "Good:"} else (kind, spans(text))


def _module_about(rule: Rule) -> str:
    """What the module of a rule is about, as its first line says it."""
    module = inspect.getmodule(rule.check)
    text = (inspect.getdoc(module) or "") if module else ""
    found = _ABOUT.fullmatch(text)
    if not found:
        return text
    about = f"{found[1]}: {found[2]}" if found[1] else found[2]
    return about[:1].upper() + about[1:]
