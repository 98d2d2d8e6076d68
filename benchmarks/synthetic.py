"""A synthetic project of N claims, sized like real ones, and the same pages as Markdown for stock MkDocs.

`python benchmarks/synthetic.py 1000 FOLDER` writes FOLDER/ours and FOLDER/stock. The same number and seed give the
same files. Everybody and everything in it is made up.
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
from stock import write_stock

REPOSITORY = Path(__file__).parent.parent
sys.path.append(str(REPOSITORY / "tests"))
from proving import prove  # noqa: E402 a module of the tests, which a path leads to

CLAIMS_A_TOPIC = 50
FIRST_DAY = date(2019, 1, 7)
READ_ON = date(2026, 11, 2)

BEGINNINGS = [
    "Marro", "Pelle", "Tarn", "Ostra", "Linden", "Corbel", "Haver", "Quill", "Brannock", "Selwy", "Dunmar", "Fenni",
    "Galdor", "Hathers", "Ister", "Jorrin", "Kelder", "Lorn", "Merri", "Norbeck", "Orrel", "Penhal", "Rosten", "Sarn",
]  # fmt: skip
ENDINGS = ["wick", "ford", "haven", "mouth", "stead", "ness", "bury", "dale", "combe", "minster", "gate", "by"]
PLACES = ["Harbour", "Pier", "Quay", "Market", "Lock", "Bridge", "Dry Dock", "Lighthouse", "Ferry Slip", "Breakwater"]
BODIES = [
    "Gazette", "Port Authority", "Courier", "Council", "Observer", "Harbour Police", "News Agency", "Ferry Company",
    "Herald", "Seamen's Union",
]  # fmt: skip
EVENTS = ["Fire", "Strike", "Flood", "Regatta", "Inquiry", "Collision"]
GIVEN = ["Ada", "Bram", "Cleo", "Dorit", "Edwin", "Freya", "Gul", "Hana", "Idris", "Jonna", "Karim", "Lena"]
TOPICS = [
    "ferry", "harbour", "storm", "crane", "market", "strike", "dredging", "lighthouse", "customs", "fishing",
    "tunnel", "cargo",
]  # fmt: skip
ACCIDENTS = [
    "the ferry ran aground", "a crane fell across the quay", "fire broke out in a warehouse", "the sea wall gave way",
    "two barges collided in fog", "the market roof came down", "a gangway slipped from its hooks",
    "a tanker broke its moorings",
]  # fmt: skip
MEASURES = [
    "closure", "speed limit", "fishing ban", "night curfew", "overtime order", "weight limit", "toll waiver",
    "quarantine",
]  # fmt: skip
WORKS = [
    "new lock gates", "ferry terminal", "coal wharf", "flood barrier", "fish hall", "signal tower", "cycle path",
    "oil berth",
]  # fmt: skip
OPENINGS = [
    "The harbour master said", "Officials confirmed late on Tuesday that", "According to the first reports,",
    "A statement says that", "Witnesses recall how", "Records seen by this paper show that", "Its yearly report has",
    "Speaking to the inquiry, she said", "By the evening", "The union counts that", "Asked about it, he answered",
    "As this paper reported,",
]  # fmt: skip
TAILS = [
    "while {0} crews worked through the night to clear the {1}", "after weeks of {0} weather along the {1}",
    "despite a {0} warning about the {1} the week before", "and the {1} stayed {0} until the following morning",
    "as {0} crowds gathered beside the {1}", "though the {1} had been called {0} only a month earlier",
]  # fmt: skip
KINDS_OF_WORDS = [
    "heavy", "calm", "broken", "late", "crowded", "frozen", "quiet", "narrow", "rusted", "hasty", "public", "foreign",
    "sudden", "costly", "early", "muddy", "steep", "idle", "hollow", "bright", "stubborn", "local", "temporary",
    "unsigned",
]  # fmt: skip
THINGS = [
    "channel", "slipway", "boathouse", "causeway", "ledger", "winch", "turbine", "pontoon", "stairway", "gangplank",
    "chapel", "cannery", "station", "archive", "embankment", "sluice", "promenade", "customs-house", "tideway",
    "bollard", "chandlery", "rope-walk", "ballast", "beacon",
]  # fmt: skip
UNNAMED = [
    "an unnamed dock worker", "two port officials", "a customs officer who asked not to be named", "the ship's mate",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entity:
    """A made-up entity: its id, name and type."""

    id: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What the claims of one folder draw on: its name, articles, sources that are none, and entities by role."""

    name: str
    articles: Sequence[str]
    sources: Sequence[str]
    places: Sequence[Entity]
    others: Sequence[Entity]
    voices: Sequence[Entity]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a claim states, what a source says that agrees, and what one says that does not."""

    word: str
    claim: str
    agrees: str
    differs: str
    figures: tuple[tuple[str, str], ...] = ()
    must_hold: str = ""


def write(folder: Path, *, claims: int, seed: int = 1) -> None:
    """Writes both projects into a folder; what stood there under their names goes."""
    for name in ("ours", "stock"):
        shutil.rmtree(folder / name, ignore_errors=True)
    ours = folder / "ours"
    for path, text in files(claims, seed=seed):
        file = ours / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    prove(ours)
    write_stock(ours, folder / "stock")


def files(claims: int, *, seed: int) -> Iterator[tuple[str, str]]:
    """Every file of our project: its path and its text."""
    dice = random.Random(seed)  # noqa: S311 nothing here is secret
    topics = max(1, round(claims / CLAIMS_A_TOPIC))
    entities = list(_entities(max(5, claims // 10)))
    sources = list(_sources(max(4, claims // 2), entities, dice))
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
                ("description", _quoted(f"{entity.name}, {_tail(dice)}.") if dice.random() < 0.7 else ""),
                ("part_of", above.id if above and above.type == entity.type == "Place" else ""),
                ("naming", _quoted("Spoke for the port in public.") if entity.type == "Person" else ""),
            ),
        )


def _sources(count: int, entities: Sequence[Entity], dice: random.Random) -> Iterator[tuple[str, str]]:
    """The id and the text of each source; ids begin with whose reporting it is and the day."""
    roots = [entity for entity in entities if entity.type == "Organization"]
    taken: set[str] = set()
    for n in range(count):
        root = dice.choice(roots)
        issued = FIRST_DAY + timedelta(days=n // 2 + dice.randrange(20))
        id = f"{root.id}-{issued}"
        id = next(
            each for each in itertools.chain([id], (f"{id}-{m}" for m in itertools.count(2))) if each not in taken
        )
        taken.add(id)
        title = f"{_tail(dice)}, {dice.choice(ACCIDENTS)}".capitalize()
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
                ("note", _quoted(f"A copy of the printed page, {_tail(dice)}.") if dice.random() < 0.4 else ""),
            ),
        )


def _claims(topic: Topic, count: int, day: date, dice: random.Random) -> Iterator[tuple[str, str]]:
    """The claims of a topic, one for each few days, so that each may rest on the one before it."""
    deck = itertools.cycle(dice.sample(topic.sources, len(topic.sources)))
    before = ""
    for n in range(count):
        day += timedelta(days=dice.randrange(1, 4))
        place, other = topic.places[n % len(topic.places)], topic.others[n % len(topic.others)]
        said = _statement(place, topic.voices[n % len(topic.voices)], day, dice)
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
                ("appears_in", _appearance(topic, said, n, dice)),
                ("evidence", "".join(_evidence(source, said, topic, dice) for source in cited)),
                ("must_hold", _block(f"- {line}" for line in must_hold)),
                ("rests_on", _list([before]) if before and dice.random() < 0.2 else ""),
            ),
        )
        before = id


def _statement(place: Entity, voice: Entity, day: date, dice: random.Random) -> Statement:
    many, few = dice.randrange(12, 900), dice.randrange(2, 11)
    named = f"[{place.name}](entity:{place.id})" if dice.random() < 0.25 else place.name
    on, last = _words(day), day + timedelta(days=many)
    thing, measure, accident = dice.choice(WORKS), dice.choice(MEASURES), dice.choice(ACCIDENTS)
    return dice.choice(
        (
            Statement(
                "hurt",
                f"{many} people were hurt, {few} of them dock workers, when {accident} at {named} on {on}.",
                f"{many} people were hurt and {few} of them were dock workers",
                f"{many + 1} people were hurt and {few} of them were dock workers",
                (("hurt", str(many)), ("dock_workers", str(few))),
                "hurt > dock_workers",
            ),
            Statement(
                "until",
                f"On {on} {voice.name} extended the {measure} at {named} until {_words(last)}.",
                f"the {measure} was extended until {_words(last)}",
                f"the {measure} would end on {_words(last - timedelta(days=1))}",
                (("until_date", str(last)),),
            ),
            Statement(
                "cost",
                f"The {thing} at {named} had cost about USD {few} million by the end of {day.year}, twice the plan.",
                f"the {thing} had cost about USD {few} million",
                f"the {thing} had cost USD {few + 2} million",
                (("cost", f"about USD {few} million"),),
            ),
            Statement(
                "boats",
                f"On {on} {few} boats brought {many} passengers to {named}.",
                f"{few} boats brought {many} passengers across the bay",
                f"{few + 1} boats brought {many} passengers",
                (("boats", str(few)), ("passengers", str(many))),
                "passengers > boats",
            ),
            Statement(
                "opened",
                f"The {thing} at {named} opened to the public on {on}.",
                f"the {thing} opened to the public on {on}",
                f"the {thing} opened to the public on {_words(day + timedelta(days=1))}",
            ),
        )
    )


def _appearance(topic: Topic, said: Statement, n: int, dice: random.Random) -> str:
    if n >= len(topic.articles) and dice.random() < 0.15:
        return ""
    return _piece(("source", topic.articles[n % len(topic.articles)]), ("quote", _quote(said.agrees, dice)))


def _evidence(source: str, said: Statement, topic: Topic, dice: random.Random) -> str:
    stance = dice.choices(("", "disputes", "context"), (75, 15, 10))[0]
    words = {"": said.agrees, "disputes": said.differs, "context": "the port had been busy all year"}[stance]
    said_by = _quoted(dice.choice(UNNAMED)) if dice.random() < 0.5 else dice.choice(topic.voices).id
    return _piece(
        ("source", source),
        ("attributed_to", said_by if dice.random() < 0.3 else ""),
        ("first_hand", _quoted("The port counted its own boats.") if not stance and dice.random() < 0.1 else ""),
        ("stance", stance),
        ("quote", _quote(words, dice)),
        ("gloss", _quoted(f"Written the morning after, {_tail(dice)}.") if dice.random() < 0.4 else ""),
    )


def _quote(words: str, dice: random.Random) -> str:
    """A run of about 15 words or more around what is said, as a source would print it; never over the budget of 30."""
    run = f"{dice.choice(OPENINGS)} {words}"
    tail = _tail(dice) if dice.random() < 0.1 else "that day"
    return _quoted(f"{run} {tail}" if len(f"{run} {tail}".split()) <= 28 else run)


def _tail(dice: random.Random) -> str:
    return dice.choice(TAILS).format(dice.choice(KINDS_OF_WORDS), dice.choice(THINGS))


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _slug(name: str) -> str:
    kept = "".join(character if character.isalnum() else " " for character in name.lower().replace("'", ""))
    return "-".join(kept.split())[:60].rstrip("-")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(items: Sequence[str]) -> str:
    return f"[{', '.join(items)}]"


def _block(lines: Iterable[str]) -> str:
    return "".join(f"\n  {line}" for line in lines)


def _piece(*fields: tuple[str, str]) -> str:
    kept = [f"{key}: {value}" for key, value in fields if value]
    return f"\n  - {kept[0]}" + "".join(f"\n    {line}" for line in kept[1:])


def _record(*fields: tuple[str, str]) -> str:
    """A record's text: its keys with their values, those without a value left out."""
    return "".join(f"{key}:{value if value[0] == chr(10) else ' ' + value}\n" for key, value in fields if value)


def main() -> None:
    """Writes the two projects that the command line asks for."""
    parser = argparse.ArgumentParser(description="Write a synthetic project and its pages as stock Markdown.")
    parser.add_argument("claims", type=int, help="how many claims")
    parser.add_argument("folder", type=Path, help="where ours/ and stock/ go")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.claims < 1:
        parser.error("at least 1 claim")
    write(arguments.folder, claims=arguments.claims, seed=arguments.seed)


if __name__ == "__main__":
    main()
