"""What extensions and plugins make of a stranger's words: each active part is a finding, and a preview lacks it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import preview, run

SUPERFENCES = """
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
"""
# Extensions, a page's text, the finding, and what must not be on the page.
CASES = {
    "a handler of a fenced block": (
        "  - fenced_code\n  - attr_list\n",
        '``` {.python onmouseover="hacked()"}\nwords\n```',
        ("F605", 3),
        "onmouseover",
    ),
    "a style of a fenced block": (
        "  - fenced_code\n  - attr_list\n",
        '``` {.python style="position: fixed"}\nwords\n```',
        ("F605", 3),
        "position: fixed",
    ),
    "a handler of a superfence": (
        "  - attr_list\n  - pymdownx.superfences\n  - pymdownx.highlight: {use_pygments: false}\n",
        '``` {.python onmouseover="hacked()"}\nwords\n```',
        ("F605", 3),
        "onmouseover",
    ),
    "an attribute that ends a fence of one's own": (
        f"  - attr_list{SUPERFENCES}",
        "``` {.mermaid title='\"><script>hacked()</script>'}\nwords\n```",
        ("F603", 3),
        "<script>hacked",
    ),
    "an element by its name": (
        "  - pymdownx.blocks.html\n",
        "/// html | iframe[src='https://elsewhere.example/']\nwords\n///",
        ("F603", 3),
        "<iframe",
    ),
    "a picture of another size from elsewhere": (
        "  - attr_list\n",
        "![words](pier.png){: srcset='https://elsewhere.example/p.png 2x' }",
        ("F608", 3),
        "elsewhere.example",
    ),
    "an emoji that is a picture from elsewhere": ("  - pymdownx.emoji\n", "words :smile:", ("F608", 3), "<img"),
    "an address that tells of a click": (
        "  - attr_list\n",
        "[words](https://example.com/){: ping='https://elsewhere.example/' }",
        ("F605", 3),
        'elsewhere.example/"',
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_an_extension_makes_active_is_found_and_left_out(case: str, small: Path) -> None:
    extensions, text, expected, absent = CASES[case]
    page, settings = small / "docs/index.md", small / "mkdocs.yml"
    (small / "docs/pier.png").write_bytes(b"")
    page.write_text(f"# Home\n\n{text}\n", "utf-8")
    settings.write_text(f"{settings.read_text('utf-8')}markdown_extensions:\n{extensions}", "utf-8")
    done = run("check", "--format", "json", cwd=small)
    assert done.returncode == 1, done.stderr
    found = json.loads(done.stdout)["findings"]
    assert expected in [(each["code"], each["line"]) for each in found if each["path"] == "docs/index.md"]
    preview(small)
    article = (small / "site/index.html").read_text("utf-8").partition("<article")[2].partition("</article")[0]
    _, _, article = article.partition("</aside>")
    assert "words" in article and absent not in article


def test_words_about_handlers_are_no_handlers(small: Path) -> None:
    settings = small / "mkdocs.yml"
    settings.write_text(f"{settings.read_text('utf-8')}markdown_extensions: [attr_list, fenced_code]\n", "utf-8")
    text = '``` {.html title="How onclick= works"}\n<p onclick="x" style="y">\n```'
    (small / "docs/index.md").write_text(f"# Home\n\n{text}\n", "utf-8")
    done = run("build", "--strict", cwd=small)
    assert done.returncode == 0, done.stderr
    assert 'title="How onclick= works"' in (small / "site/index.html").read_text("utf-8")


def test_code_may_have_any_marked_section(small: Path) -> None:
    (small / "docs/index.md").write_text("# Home\n\nA section `<![WORDS[x]]>` and `<![CDAT`.\n\n    <![IF]>\n", "utf-8")
    done = run("build", "--strict", cwd=small)
    assert done.returncode == 0, done.stderr
    page = (small / "site/index.html").read_text("utf-8")
    assert "<code>&lt;![WORDS[x]]&gt;</code>" in page and "&lt;![IF]&gt;" in page


def test_tags_and_titles_in_their_list_are_words(small: Path) -> None:
    settings = small / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("plugins:\n", "plugins:\n  - tags\n").replace("Explainer: ", ""),
        "utf-8",
    )
    front = {"allow": [{"code": "F603", "because": "The list of tags is a comment."}]}
    (small / "docs/index.md").write_text(
        f"---\n{json.dumps(front)}\n---\n\n# Tags\n\n<!-- material/tags -->\n", "utf-8"
    )
    tag = '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">'
    page = small / "docs/explainers/use-of-factpress.md"
    page.write_text(f"---\n{json.dumps({'tags': [tag]})}\n---\n\n# `<img src=x>`\n\nWords.\n", "utf-8")
    preview(small)
    for built in ("index.html", "explainers/use-of-factpress/index.html"):
        html = (small / "site" / built).read_text("utf-8")
        assert "&lt;meta http-equiv=&quot;refresh&quot;" in html and tag not in html
        assert "&lt;img src=x&gt;" in html and "<img src=x>" not in html
