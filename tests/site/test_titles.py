"""Titles of prose pages are words in the theme's HTML."""

from __future__ import annotations

from pathlib import Path

from commands import run
from selectolax.lexbor import LexborHTMLParser


def test_a_title_is_escaped_once(small: Path) -> None:
    (small / "docs/index.md").write_text("# Piers & boats < 5\n", "utf-8")
    (small / "docs/more.md").write_text('# Boats &amp; `<b>` "x"\n', "utf-8")
    assert run("build", cwd=small).returncode == 0
    more = LexborHTMLParser((small / "site/more/index.html").read_text("utf-8"))
    title = more.css_first("title")
    assert title is not None and title.text().startswith('Boats & <b> "x" - ')
    heading = more.css_first("h1")
    assert heading is not None and heading.text().startswith('Boats & <b> "x"')
