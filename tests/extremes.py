"""Small projects at the edges of what a site may hold: nothing, too much, other scripts, and markup for words."""

from __future__ import annotations

from pathlib import Path

from proving import prove

from factpress.cli.examples import lay

CONFIG = """
site_name: x
theme:
  name: material
  font: false
  features: [navigation.path, navigation.tabs]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {icon: material/weather-night, name: Dark}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {icon: material/weather-sunny, name: Light}
plugins: [search, tags, factpress]
"""
HOME = """
# docs/index.md
# Home

See [claims](claims/index.md).
"""
STORY = """
# docs/story.md
# The pier

It is told that [the north pier](claim:pier-opened) opened.
"""
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
TITLE = " ".join(f"Pier opens number {n} by the sea" for n in range(43))

LONG_TITLE = f"""
# facts/sources/gazette-2021-05-30.yml
type: article-newspaper
title: "{TITLE}"
issued: 2021-05-30
root: harbour-gazette
"""

RIGHT_TO_LEFT = """
# facts/entities/harbour-gazette.yml
name: "جريدة الميناء"
type: Organization
# facts/sources/gazette-2021-05-30.yml
type: article-newspaper
title: "افتتاح الرصيف الشمالي"
issued: 2021-05-30
language: ar
root: harbour-gazette
# facts/claims/harbour/pier-opened.yml
claim: "The north pier opened on 29 May 2021."
when: 2021-05-29
evidence:
  - source: gazette-2021-05-30
    quote: "افتُتح الرصيف الشمالي للجمهور يوم السبت"
    gloss: "The north pier was opened to the public on Saturday."
"""

LONG_WORDS = f"""
# facts/entities/harbour-gazette.yml
name: {WORD}
alternate_name: [{WORD.lower()}]
description: "{WORD} {WORD}"
type: Organization
# facts/sources/gazette-2021-05-30.yml
type: article-newspaper
title: "{WORD}"
container_title: "{WORD}"
issued: 2021-05-30
url: "https://example.com/{WORD.lower().replace("ä", "ae")}/{"x" * 200}"
root: harbour-gazette
# facts/claims/harbour/pier-opened.yml
claim: "The {WORD} opened in 2021."
about: [harbour-gazette]
figures: {{{"piers_" * 6}count: 1}}
evidence:
  - source: gazette-2021-05-30
    quote: "the one {WORD} was opened to the public"
    attributed_to: "a man of the {WORD}"
    says: {{{"piers_" * 6}count: 1}}
"""

MARKUP = """
# facts/site.yml
format: 1
name: "Harbour <script>hacked('site')</script>"
# facts/entities/harbour-gazette.yml
name: "<img src=x onerror=hacked('name')> Gazette"
alternate_name: ["\\"><svg onload=hacked('alternate')>"]
description: "<b>bold</b> {{ 7*7 }} ${7*7} <%= 7*7 %>"
type: Organization
# facts/sources/gazette-2021-05-30.yml
type: article-newspaper
title: "</title><script>hacked('title')</script>"
container_title: "<i>Gazette</i> & <script>hacked('container')</script>"
author: [{literal: "<script>hacked('author')</script>"}]
note: "<iframe src=javascript:hacked('note')></iframe>"
issued: 2021-05-30
url: "https://example.com/?a='onclick=hacked(1)&b=%22%3E"
root: harbour-gazette
# facts/claims/harbour/pier-opened.yml
claim: "The pier <script>hacked('claim')</script> \\"opened' {{ 7*7 }} <img src=x onerror=hacked('claim')>."
about: [harbour-gazette]
figures: {piers: 1}
evidence:
  - source: gazette-2021-05-30
    quote: "the north pier </p><script>hacked('quote')</script> was opened to"
    gloss: "<script>hacked('gloss')</script>"
    first_hand: "<script>hacked('first')</script>"
    attributed_to: "a man <script>hacked('said')</script>"
    says: {piers: 1}
  - source: gazette-2021-05-30
    quote: "the piers <script>hacked('dispute')</script> of the harbour were two"
    stance: disputes
    answered: "<a href='javascript:hacked(2)'>x</a>"
"""


def many_pieces() -> str:
    """Forty pieces of evidence for one claim, of forty sources and eight voices."""
    files = [f'# facts/entities/paper-{n}.yml\nname: "Paper {n} of the Harbour"\ntype: Organization' for n in range(8)]
    pieces = []
    for n in range(40):
        files.append(
            f"# facts/sources/paper-{n}.yml\ntype: article-newspaper\n"
            f'title: "Edition {n}"\nissued: 2021-06-{n % 28 + 1:02}\nroot: paper-{n % 8}'
        )
        pieces.append(
            f'  - source: paper-{n}\n    quote: "edition {n} says that {3 + n % 2} piers of the harbour were open"\n'
            f"    says: {{piers: {3 + n % 2}}}"
        )
    claim = ['claim: "Three piers of the harbour were open in June 2021."', "figures: {piers: 3}", "evidence:", *pieces]
    return "\n".join([*files, "# facts/claims/harbour/pier-opened.yml", *claim])


EXTREMES = {
    "long-title": LONG_TITLE,
    "right-to-left": RIGHT_TO_LEFT,
    "forty-pieces": many_pieces(),
    "long-words": LONG_WORDS,
    "markup": MARKUP,
}
_PAGES = ("claims/", "claims/pier-opened/", "sources/gazette-2021-05-30/", "entities/harbour-gazette/", "story/")
# The addresses of the pages that show what is extreme, by the project's name.
PAGES = {"no-claims": ("", "claims/", "sources/", "entities/"), **dict.fromkeys(EXTREMES, _PAGES)}


def write(folder: Path, name: str) -> None:
    """Writes one of the projects, with receipts for what it quotes, into an empty folder."""
    if name == "no-claims":
        (folder / "facts").mkdir(parents=True)
        (folder / "facts/site.yml").write_text("format: 1\nname: Harbour facts\n", "utf-8")
        (folder / "docs").mkdir()
        (folder / "docs/index.md").write_text("# Home\n\nSee [claims](claims/index.md).\n", "utf-8")
    else:
        lay(EXTREMES[name] + HOME + STORY, folder)
        prove(folder)
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
