"""The made-up harbour of the benchmarks: its names, words and turns of phrase."""

from __future__ import annotations

import random

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


def tail(dice: random.Random) -> str:
    """Returns the end of a sentence."""
    return dice.choice(TAILS).format(dice.choice(KINDS_OF_WORDS), dice.choice(THINGS))
