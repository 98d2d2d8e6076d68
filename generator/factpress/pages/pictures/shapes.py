"""What the shapes on timelines and maps mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from factpress.records.site import Site, Timeline

Form = Literal["circle", "square", "diamond", "triangle", "ring"]
NAMED: tuple[Form, ...] = ("circle", "square", "diamond", "triangle")


@dataclass(frozen=True, slots=True)
class Key:
    """A line of a legend: a shape and what it means."""

    form: Form
    label: str


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shape of each topic. Without settings every event is a circle; beside circles that mean something, a ring."""

    by_topic: Mapping[str, Form]
    labels: Mapping[Form, str]
    first_topics: frozenset[str]
    """The topics that shapes are named after, so that their events need no further word."""

    def of(self, topic: str) -> Form:
        """The shape of a topic's events."""
        return self.by_topic.get(topic, self.other)

    @property
    def other(self) -> Form:
        """The shape of what has none of its own."""
        return "ring" if "circle" in self.labels else "circle"

    def legend(self, forms: Iterable[Form]) -> Sequence[Key]:
        """What these shapes mean; nothing where no shape has a meaning."""
        used = set(forms)
        if not used & self.labels.keys():
            return ()
        order: tuple[Form, ...] = (*NAMED, "ring")
        return [Key(form, self.labels.get(form, "other")) for form in order if form in used]


def shapes_of(site: Site | None) -> Shapes:
    """The shapes that a site sets; a topic that two shapes name has the first."""
    timeline = site.timeline if site else Timeline()
    named = [(form, shape) for form in NAMED if (shape := getattr(timeline, form)) is not None]
    by_topic: dict[str, Form] = {}
    for form, shape in named:
        for topic in shape.topics:
            by_topic.setdefault(topic, form)
    return Shapes(
        by_topic, {form: shape.label for form, shape in named}, frozenset(shape.topics[0] for _, shape in named)
    )
