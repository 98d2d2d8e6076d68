"""A synthetic project of N claims, sized like real ones, and the same pages as Markdown for stock MkDocs and Hugo.

`python benchmarks/synthetic.py 1000 FOLDER` writes FOLDER/ours, FOLDER/stock and FOLDER/hugo. The same number and seed
give the same files. Everyone and everything in it is made up.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from hugo_site import write_hugo
from page_markdown import rendered
from statements import Entity, Piece, Statement, evidence, new_quote, statement
from stock import write_stock
from vocabulary import ACCIDENTS, BEGINNINGS, BODIES, ENDINGS, EVENTS, GIVEN, PLACES, TOPICS, tail

REPOSITORY = Path(__file__).parent.parent
sys.path.append(str(REPOSITORY / "tests"))
from proving import prove  # noqa: E402 a module of the tests, which the path above leads to

PROJECTS = ("ours", "stock", "hugo")
CLAIMS_A_TOPIC = 50
FIRST_DAY = date(2019, 1, 7)
READ_ON = date(2026, 11, 2)
# Sources appear within this many days of the first, so that every one appears before it is read.
DAYS = 2_600


@dataclass(frozen=True, slots=True)
class Topic:
    """What the claims of one folder draw on: its name, articles, sources that are none, and entities by role."""

    name: str
    articles: Sequence[str]
    sources: Sequence[str]
    places: Sequence[Entity]
    others: Sequence[Entity]
    voices: Sequence[Entity]


def write(folder: Path, *, claims: int, seed: int = 1) -> None:
    """Writes the three projects into a folder; replaces earlier ones there."""
    for name in PROJECTS:
        shutil.rmtree(folder / name, ignore_errors=True)
    ours = folder / "ours"
    for path, text in files(claims, seed=seed):
        file = ours / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    prove(ours)
    site, pages = rendered(ours)
    write_stock(ours, folder / "stock", site, pages)
    write_hugo(ours, folder / "hugo", site, pages)


def files(claims: int, *, seed: int) -> Iterator[tuple[str, str]]:
    """Every file of our project: its path and its text."""
    dice = random.Random(seed)  # noqa: S311 nothing here is secret
    topics = max(1, round(claims / CLAIMS_A_TOPIC))
    entities = list(_entities(max(5, claims // 10)))
    sources = list(source_files(max(4, claims // 2), entities, dice))
    articles: list[str] = []
    for n, name in enumerate(_topic_names(topics)):
        own = [source for source, _ in _share(sources, n, topics)]
        topic = _topic(name, own, _share(entities, n, topics) or entities[:5])
        articles += topic.articles
        yield from _claims(
            topic, len(_share(range(claims), n, topics)), FIRST_DAY - timedelta(days=4000) + timedelta(days=n), dice
        )
    yield from ((f"facts/sources/{id}.yml", text) for id, text in sources)
    yield from _entity_files(entities, dice)
    yield (
        "facts/site.yml",
        _record(
            ("format", "1"),
            ("name", _quoted("Harbour facts")),
            ("url", "https://example.org/"),
            ("edit", "https://example.org/edit/{path}"),
            ("articles", _list(articles)),
        ),
    )
    yield "docs/index.md", _home(claims, len(sources), len(entities))
    yield "mkdocs.yml", yaml.safe_dump(_configuration(), sort_keys=False)


def _configuration() -> dict[str, Any]:
    """The repository's own configuration, with only those pages in its nav that records make."""
    config: dict[str, Any] = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text("utf-8"))
    config["nav"] = _made_by_records(config["nav"])
    return config


def _made_by_records(nav: Any) -> list[Any]:
    kept = []
    for entry in nav:
        (title, target), *_ = entry.items()
        if isinstance(target, list):
            target = _made_by_records(target)
        elif target != "index.md" and (REPOSITORY / "docs" / target).is_file():
            continue
        if target:
            kept.append({title: target})
    return kept


def _home(claims: int, sources: int, entities: int) -> str:
    return (
        "---\ntitle: Harbour facts\ndescription: A made-up site of realistic size.\n---\n\n# Harbour facts\n\n"
        f"All {claims} [claims](claims/index.md), all {sources} [sources](sources/index.md), and the {entities}\n"
        "[people, organizations and places](entities/index.md) they name are made up.\n"
    )


def _topic_names(count: int) -> Iterator[str]:
    for n in range(count):
        yield TOPICS[n] if n < len(TOPICS) else f"{TOPICS[n % len(TOPICS)]}-{n // len(TOPICS) + 1}"


def _topic(name: str, sources: Sequence[str], entities: Sequence[Entity]) -> Topic:
    checked = max(1, len(sources) // 12)
    return Topic(
        name,
        sources[:checked],
        sources[checked:],
        [entity for entity in entities if entity.type == "Place"],
        [entity for entity in entities if entity.type != "Place"],
        [entity for entity in entities if entity.type in {"Person", "Organization"}],
    )


def _share(things: Sequence[Any], n: int, of: int) -> Sequence[Any]:
    return things[n * len(things) // of : (n + 1) * len(things) // of]


def _entities(count: int) -> Iterator[Entity]:
    """Entities, of each five two bodies, two places, and a person or an event by turns."""
    for n in range(count):
        stem = BEGINNINGS[n % len(BEGINNINGS)] + ENDINGS[n // len(BEGINNINGS) % len(ENDINGS)]
        again = n // (len(BEGINNINGS) * len(ENDINGS))
        type = ("Organization", "Place", "Organization", "Person" if n % 2 else "Event", "Place")[n % 5]
        if type == "Person":
            name = f"{GIVEN[(n // 5 + again) % len(GIVEN)]} {stem}"
        else:
            words = {"Organization": BODIES, "Place": PLACES, "Event": EVENTS}[type]
            name = f"{stem} {words[(n // 5 + again) % len(words)]}"
        if again >= 2:
            name += f" {again}"
        yield Entity(_slug(name), name, type)


def _entity_files(entities: Sequence[Entity], dice: random.Random) -> Iterator[tuple[str, str]]:
    for n, entity in enumerate(entities):
        above = entities[n - 3] if n >= 3 else None
        yield (
            f"facts/entities/{entity.id}.yml",
            _record(
                ("name", _quoted(entity.name)),
                ("alternate_name", _list([_quoted(f"The {entity.name}")]) if dice.random() < 0.3 else ""),
                ("type", entity.type),
                ("description", _quoted(f"{entity.name}, {tail(dice)}.") if dice.random() < 0.7 else ""),
                ("part_of", above.id if above and above.type == entity.type == "Place" else ""),
                ("naming", _quoted("Spoke for the port in public.") if entity.type == "Person" else ""),
            ),
        )


def source_files(count: int, entities: Sequence[Entity], dice: random.Random) -> Iterator[tuple[str, str]]:
    """Yields the id and the text of each source; ids begin with whose reporting it is and the day."""
    roots = [entity for entity in entities if entity.type == "Organization"]
    taken: set[str] = set()
    for n in range(count):
        root = dice.choice(roots)
        issued = FIRST_DAY + timedelta(days=n // 2 % DAYS + dice.randrange(20))
        id = f"{root.id}-{issued}"
        id = next(
            each for each in itertools.chain([id], (f"{id}-{m}" for m in itertools.count(2))) if each not in taken
        )
        taken.add(id)
        title = f"{tail(dice)}, {dice.choice(ACCIDENTS)}".capitalize()
        address = f"https://www.{root.id.split('-')[0]}.example/news/{issued:%Y/%m/%d}/{_slug(title)}"
        yield (
            id,
            _record(
                ("type", dice.choice(["article-newspaper", "webpage", "report"])),
                ("title", _quoted(title)),
                ("container_title", _quoted(root.name)),
                ("issued", str(issued)),
                ("accessed", str(READ_ON - timedelta(days=dice.randrange(60)))),
                ("url", address),
                ("language", "en"),
                ("root", root.id),
                ("note", _quoted(f"A copy of the printed page, {tail(dice)}.") if dice.random() < 0.4 else ""),
            ),
        )


def _claims(topic: Topic, count: int, day: date, dice: random.Random) -> Iterator[tuple[str, str]]:
    """The claims of a topic, one for each few days, so that each may rest on the one before it."""
    deck = itertools.cycle(dice.sample(topic.sources, len(topic.sources)))
    before = ""
    printed: dict[str, set[str]] = {}
    for n in range(count):
        day += timedelta(days=dice.randrange(1, 4))
        place, other = topic.places[n % len(topic.places)], topic.others[n % len(topic.others)]
        said = statement(place, topic.voices[n % len(topic.voices)], day, dice)
        id = f"{place.id}-{said.word}-{day}"
        must_hold = [_quoted(said.must_hold)] if said.must_hold else []
        cited = dict.fromkeys(next(deck) for _ in range(dice.choice((3, 4, 5, 5, 6, 7))))
        yield (
            f"facts/claims/{topic.name}/{id}.yml",
            _record(
                ("claim", _quoted(said.claim)),
                ("when", str(day)),
                ("where", _list([place.id])),
                ("about", _list([other.id])),
                ("figures", _block(f"{name}: {value}" for name, value in said.figures)),
                ("appears_in", _appearance(topic, said, n, printed, dice)),
                ("evidence", "".join(map(_piece, evidence(said, [*cited], topic.voices, dice)))),
                ("must_hold", _block(f"- {line}" for line in must_hold)),
                ("rests_on", _list([before]) if before and dice.random() < 0.2 else ""),
            ),
        )
        before = id


def _appearance(topic: Topic, said: Statement, n: int, printed: dict[str, set[str]], dice: random.Random) -> str:
    if n >= len(topic.articles) and dice.random() < 0.15:
        return ""
    article = topic.articles[n % len(topic.articles)]
    return _piece(Piece(article, new_quote(said.agrees, printed.setdefault(article, set()), dice)))


def _slug(name: str) -> str:
    kept = "".join(character if character.isalnum() else " " for character in name.lower().replace("'", ""))
    return "-".join(kept.split())[:60].rstrip("-")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(items: Sequence[str]) -> str:
    return f"[{', '.join(items)}]"


def _block(lines: Iterable[str]) -> str:
    return "".join(f"\n  {line}" for line in lines)


def _piece(piece: Piece) -> str:
    fields = (
        ("attributed_to", _quoted(piece.attributed_to) if piece.attributed_to else ""),
        ("first_hand", _quoted(piece.first_hand) if piece.first_hand else ""),
        ("stance", piece.stance),
        ("quote", _quoted(piece.quote)),
        ("gloss", _quoted(piece.gloss) if piece.gloss else ""),
    )
    return f"\n  - source: {piece.source}" + "".join(f"\n    {key}: {value}" for key, value in fields if value)


def _record(*fields: tuple[str, str]) -> str:
    """A record's text: its keys with their values, those without a value left out."""
    return "".join(f"{key}:{value if value[0] == chr(10) else ' ' + value}\n" for key, value in fields if value)


def main() -> None:
    """Writes the projects that the command line asks for."""
    parser = argparse.ArgumentParser(description="Write a synthetic project, and its pages as Markdown.")
    parser.add_argument("claims", type=int, help="how many claims")
    parser.add_argument("folder", type=Path, help="where ours/, stock/ and hugo/ go")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.claims < 1:
        parser.error("at least 1 claim")
    write(arguments.folder, claims=arguments.claims, seed=arguments.seed)


if __name__ == "__main__":
    main()
