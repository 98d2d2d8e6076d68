"""The rules that records are checked by, as pages cite them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from factpress import addresses
from factpress.pages.links import LinkedBook, To

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


class Rule(Protocol):
    """What pages ask of a rule: pages do not import rules, so these come in as an argument."""

    @property
    def check(self) -> Callable[..., Any]:
        """The function of the rule; its module says what the rules beside it are about."""

    @property
    def code(self) -> str:
        """The code, such as F201."""

    @property
    def name(self) -> str:
        """The name, which says the fault."""

    @property
    def severity(self) -> str:
        """The level of its findings."""

    @property
    def summary(self) -> str:
        """What it finds, in one line."""

    @property
    def blocks(self) -> Iterator[tuple[str, str]]:
        """Paragraphs and examples, each with its kind."""


@dataclass(frozen=True)
class Family:
    """The rules whose codes begin with the same letter and digit."""

    code: str
    rules: Sequence[Rule]

    @property
    def title(self) -> str:
        """The code with what the family is about."""
        return f"{self.code} {FAMILIES[self.code]}"

    @property
    def anchor(self) -> str:
        """The anchor of the family on the page of rules."""
        return self.code.lower()


@dataclass(frozen=True)
class Rulebook:
    """All rules, in the order of their codes."""

    rules: Sequence[Rule]

    @cached_property
    def families(self) -> Sequence[Family]:
        """The rules by family."""
        found: dict[str, list[Rule]] = {}
        for rule in self.rules:
            found.setdefault(rule.code[:2], []).append(rule)
        return [Family(code, rules) for code, rules in found.items()]

    @cached_property
    def _by_word(self) -> Mapping[str, Rule]:
        return {word: rule for rule in self.rules for word in (rule.code, rule.name)}

    def link(self, word: str, linked: LinkedBook) -> To:
        """A link to the section of a rule, by its code or name; a word that no rule has leads nowhere."""
        rule = self._by_word.get(word)
        return link_of(rule, linked) if rule else To(word, "")

    def links(self, words: Iterable[str], linked: LinkedBook) -> Sequence[To]:
        """Links to the rules of these names; raises `KeyError` for a name that no rule has."""
        return [link_of(self._by_word[word], linked) for word in words]


def anchor_of(rule: Rule) -> str:
    """The anchor of a rule on the page of rules."""
    return rule.code.lower()


def link_of(rule: Rule, linked: LinkedBook) -> To:
    """A link to a rule's section on the page of rules."""
    return To(f"{rule.code} {rule.name}", f"{linked.url(addresses.of_kind('rules'))}#{anchor_of(rule)}")
