"""Every claim weighed: what each quote says, whose word it is, each figure's standing, and which figure decides."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from factpress.evidence.holds import Held, held
from factpress.evidence.lookup import PARTS, Key, Part, Proof
from factpress.evidence.names import Names
from factpress.evidence.quote_weighing import NOTHING, WHEN, Asked, FigureReading, QuoteReading, weigh
from factpress.evidence.roots import article_roots, root_of
from factpress.evidence.standing import FIRM, Standings, Voice, standings, weakest
from factpress.evidence.values import Values, agreement
from factpress.evidence.whose_word import is_title, passes_on
from factpress.records.claim import Appearance, Claim, Evidence
from factpress.records.entity import Entity
from factpress.records.must_hold import Relation
from factpress.records.site import Standing
from factpress.records.source import Source

Side = Literal["for", "against"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One quote of a claim, weighed: whose word it is, whether it was seen in its source, and what it says.

    `quoted` is the quote as the claim's record has it. `passes_on` is whether its sentence passes on a word and no
    field of the record says whose; `is_title` whether it is the title of its source.
    """

    part: Part
    number: int
    quoted: Appearance
    root: str
    proof: Proof
    reading: QuoteReading
    language: str = "en"
    passes_on: bool = False
    is_title: bool = False

    @property
    def is_voiceless(self) -> bool:
        """Whether it passes on a word without saying whose, and no editor answers for it."""
        return self.passes_on and not self.quoted.own_words

    @property
    def voice(self) -> Voice:
        """How it counts: whose word, and whether first-hand, answered, without a name, or a title only."""
        evidence, named = self.evidence, self.quoted.attributed_to
        return Voice(
            self.root,
            first_hand=evidence is not None and bool(evidence.first_hand),
            answered=evidence is not None and bool(evidence.answered),
            unnamed=self.is_voiceless or (named is not None and " " in named),
            title=self.is_title and not self.quoted.own_words,
        )

    @property
    def evidence(self) -> Evidence | None:
        """The piece of evidence; nothing for the article's words."""
        return self.quoted if isinstance(self.quoted, Evidence) else None

    @property
    def stance(self) -> str:
        """Its stance to the claim; the article's words have none."""
        return self.quoted.stance if isinstance(self.quoted, Evidence) else "article"

    def read(self, figure: str) -> FigureReading:
        """What it says of a figure."""
        return self.reading.figures.get(figure, NOTHING)

    @property
    def counts(self) -> bool:
        """Whether it counts at all: its words were read, in a source of the book."""
        return self.proof.is_read and bool(self.root)

    def side(self, figure: str | None) -> Side | None:
        """Whether it speaks for or against a figure, or the whole of a claim without figures.

        A dispute that differs from no figure counts against all.
        """
        evidence = self.quoted
        if not isinstance(evidence, Evidence) or evidence.stance == "context" or not self.counts:
            return None
        reads = self.reading.figures
        verb = reads[figure].verb if figure is not None and figure in reads else "silent"
        if verb == "differs":
            return "against"
        if evidence.stance == "supports":
            return "for" if figure is None or verb == "agrees" else None
        return None if any(read.verb == "differs" for read in reads.values()) else "against"

    def supports(self, figure: str | None) -> bool:
        """Whether it speaks for a figure."""
        return self.side(figure) == "for"

    def disputes(self, figure: str | None) -> bool:
        """Whether it speaks against a figure."""
        return self.side(figure) == "against"

    @property
    def is_dispute(self) -> bool:
        """Whether it speaks against anything in the claim."""
        return any(self.disputes(figure) for figure in (*self.reading.figures, None))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of `must_hold` with its answer; `refutes` where it is broken and the claims that it names are firm."""

    relation: Relation
    held: Held
    refutes: bool = False


@dataclass(frozen=True)
class Weight:
    """A claim weighed: its pieces, each figure's standing (under `None` that of a claim without figures), its lines."""

    claim: Claim
    pieces: tuple[Piece, ...]
    figures: Mapping[str | None, Standings]
    article: frozenset[str]
    asked: Asked
    lines: tuple[Line, ...] = ()
    when_is_said: bool = False

    @cached_property
    def standing(self) -> Standing:
        """The claim's standing: that of its weakest figure."""
        return weakest(each.standing for each in self.figures.values())

    @cached_property
    def weakest(self) -> str | None:
        """The figure that decides; nothing where the claim has none."""
        return next((name for name, each in self.figures.items() if each.standing == self.standing), None)

    @cached_property
    def may_be_answered(self) -> bool:
        """Whether its disputes may be answered: whether it is firm once the answered ones are set aside."""
        return all(each.answers_hold for each in self.figures.values())

    @cached_property
    def is_known(self) -> bool:
        """Whether all its sources and their receipts could be read, so that its standing is its own."""
        return all(piece.root and piece.proof.state != "unknown" for piece in self.pieces)

    def said_by(self, figure: str) -> Sequence[Piece]:
        """The pieces that say a figure, the article's words among them, whether or not they were read."""
        return [piece for piece in self.pieces if piece.read(figure).verb == "agrees" and piece.stance != "context"]

    def with_pieces(self, pieces: Sequence[Piece]) -> Weight:
        """The claim weighed again as if its pieces were these."""
        refuted = {name for name, each in self.figures.items() if each.refuted}
        figures = _standings(self.claim, pieces, self.article, refuted=refuted)
        return replace(self, pieces=tuple(pieces), figures=figures)

    def without_own_words(self) -> Weight:
        """The claim as if no editor had answered for any of its quotes."""
        bare = [replace(each, quoted=each.quoted.model_copy(update={"own_words": None})) for each in self.pieces]
        return self.with_pieces(bare)


def weigh_all(
    claims: Mapping[str, Claim],
    sources: Mapping[str, Source],
    entities: Mapping[str, Entity],
    proofs: Mapping[Key, Proof],
) -> Mapping[str, Weight]:
    """The weight of every claim: first by its own evidence, then with the lines that others' figures break."""
    names = Names(entities.values())
    own: Mapping[str, Weight] = {id: _own(id, claim, sources, entities, proofs, names) for id, claim in claims.items()}
    own = _with_said_time(own)
    return {id: _with_lines(weight, own) for id, weight in own.items()}


def _own(
    id: str,
    claim: Claim,
    sources: Mapping[str, Source],
    entities: Mapping[str, Entity],
    proofs: Mapping[Key, Proof],
    names: Names,
) -> Weight:
    asked = Asked.of(claim.figures, claim.when)
    weighed = []
    for part in PARTS:
        for number, piece in enumerate(claim.appears_in if part == "appears_in" else claim.evidence):
            source = sources.get(piece.source)
            language = piece.language or (source.language if source else None) or "en"
            issued = source.issued if source else None
            said = weigh(piece, asked, language=language, published=issued, names=names.within(piece.quote))
            root = root_of(piece, claim, sources, entities)
            proof = proofs[id, part, number]
            title = source.title if source else ""
            weighed.append(
                Piece(
                    part,
                    number,
                    piece,
                    root,
                    proof,
                    said,
                    language=language,
                    passes_on=passes_on(claim, piece, proof, language),
                    is_title=is_title(piece, proof, title or ""),
                )
            )
    article = article_roots(claim, sources, entities)
    return Weight(
        claim,
        tuple(weighed),
        _standings(claim, weighed, article),
        article,
        asked,
        when_is_said=any(piece.reading.when.verb == "agrees" for piece in weighed),
    )


def _standings(
    claim: Claim, weighed: Sequence[Piece], article: frozenset[str], *, refuted: Container[str | None] = ()
) -> Mapping[str | None, Standings]:
    names: tuple[str | None, ...] = tuple(claim.figures) or (None,)
    voices: dict[str | None, tuple[list[Voice], list[Voice]]] = {name: ([], []) for name in names}
    for piece in weighed:
        if piece.evidence is not None:
            voice = piece.voice
            for name in names:
                side = piece.side(name)
                if side is not None:
                    voices[name][side == "against"].append(voice)
    return standings(voices, article, refuted=refuted)


def _with_lines(weight: Weight, own: Mapping[str, Weight]) -> Weight:
    """The claim with its `must_hold` lines answered, and refuted where one is broken by firm claims."""
    claim = weight.claim
    if not claim.must_hold:
        return weight

    def value_of(id: str | None, name: str) -> Values | None:
        other = weight if id is None else own.get(id)
        # What was withdrawn states nothing any more.
        if other is None or (other is not weight and other.claim.withdrawal is not None):
            return None
        if name == WHEN:
            return other.asked.when if other.when_is_said else None
        return other.asked.figures.get(name)

    lines = []
    refuted: set[str | None] = set()
    for relation in claim.must_hold:
        answer = held(relation, value_of)
        others = {term.claim for term in relation.terms if term.claim and term.claim != claim.id}
        line = Line(relation, answer, answer.answer == "broken" and all(own[id].standing in FIRM for id in others))
        lines.append(line)
        if line.refutes:
            named = {term.name for term in relation.terms if term.claim in (None, claim.id)} & set(claim.figures)
            refuted |= named or set(weight.figures)
    figures = _standings(claim, weight.pieces, weight.article, refuted=refuted) if refuted else weight.figures
    return replace(weight, lines=tuple(lines), figures=figures)


def _with_said_time(own: Mapping[str, Weight]) -> Mapping[str, Weight]:
    """The claims, each knowing whether its `when` is said: by a quote of its own, or by a claim that it rests on."""
    resting: dict[str, list[str]] = {}
    for id, weight in own.items():
        for other in weight.claim.rests_on:
            resting.setdefault(other, []).append(id)
    said: set[str] = set()
    new = [id for id, weight in own.items() if weight.when_is_said or _is_said_by_figures(weight, own)]
    while new:
        id = new.pop()
        if id not in said:
            said.add(id)
            when = own[id].asked.when
            new += [other for other in resting.get(id, ()) if _stands(own[id]) and _is_said_by(when, own[other])]
    return {id: replace(w, when_is_said=True) if id in said and not w.when_is_said else w for id, w in own.items()}


def _is_said_by_figures(weight: Weight, own: Mapping[str, Weight]) -> bool:
    """Whether a supported figure of a claim that it rests on says a claim's `when`."""
    return any(
        other.figures[name].supports and _is_said_by(other.asked.figures[name], weight)
        for other in (own[id] for id in weight.claim.rests_on if id in own)
        if _stands(other)
        for name in other.claim.figures
    )


def _is_said_by(said: Values | None, weight: Weight) -> bool:
    """Whether a time that is said says a claim's `when`: lies inside it."""
    when = weight.asked.when
    return said is not None and when is not None and agreement(when, said) == "agrees"


def _stands(weight: Weight) -> bool:
    return weight.claim.withdrawal is None
