"""The last look at what is written: what leaves the site, or what the policy stops, is an error with its cause."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import preview, run, run_mkdocs, start
from selectolax.lexbor import LexborHTMLParser

from factpress.site.last_look import LastLook
from factpress.site.tag_faults import TagFault

ELSEWHERE = "https://elsewhere.example/x"
FOREIGN = "a file from another site"
SCRIPT = "an inline script that is not the theme's"
ACTIVE = "an address that runs a script"
STYLE = "an inline style"
ONERROR = "the handler `onerror`"

# A piece of markup each, which a hook puts into a page of its own, and what is said of it.
FAULTS = {
    "a script": (f"<script src='{ELSEWHERE}'></script>", FOREIGN),
    "a script in capitals, over lines": (f"<SCRIPT\n\tDEFER\n\tSRC = {ELSEWHERE}\n></SCRIPT>", FOREIGN),
    "a picture": (f'<img alt="a > b" src="{ELSEWHERE}">', FOREIGN),
    "a picture without blanks": (f"<img/src={ELSEWHERE}/alt=x>", FOREIGN),
    "a picture by the scheme of the page": ('<img src="//elsewhere.example/x" alt="">', FOREIGN),
    "a picture with a wrong slash": (r'<img src="\\elsewhere.example\x" alt="">', FOREIGN),
    "a picture with escapes": ('<img src="&#104;ttps&colon;//elsewhere.example/x" alt="">', FOREIGN),
    "a picture with line ends": ('<img src=" ht\ntps://elsewhere.example/x" alt="">', FOREIGN),
    "one of several pictures": (f'<img srcset="x.png 1x,{ELSEWHERE} 2x" alt="">', FOREIGN),
    "a source of pictures": (f'<picture><source srcset="{ELSEWHERE}"><img src="x.png" alt=""></picture>', FOREIGN),
    "a picture in a drawing": (f'<svg><image href="{ELSEWHERE}"/></svg>', FOREIGN),
    "a picture in an old drawing": (f'<svg><image xlink:href="{ELSEWHERE}"/></svg>', FOREIGN),
    "a part of another drawing": (f'<svg><use href="{ELSEWHERE}#a"/></svg>', FOREIGN),
    "a colour of a drawing": (f'<svg><path fill="url({ELSEWHERE}#a)"/></svg>', FOREIGN),
    "an image, as old pages call it": (f"<image src={ELSEWHERE}>", FOREIGN),
    "a background": (f'<table background="{ELSEWHERE}"></table>', FOREIGN),
    "a ping": (f'<a href="x" ping="{ELSEWHERE}">x</a>', FOREIGN),
    "a style sheet": (f'<link rel="stylesheet" href="{ELSEWHERE}">', FOREIGN),
    "an icon": (f'<link rel="shortcut icon" href="{ELSEWHERE}">', FOREIGN),
    "a connection": ('<link rel="preconnect" href="https://elsewhere.example">', FOREIGN),
    "a name": ('<link rel=dns-prefetch href="//elsewhere.example">', FOREIGN),
    "a page to come": (f'<link href="{ELSEWHERE}" rel=" Prefetch ">', FOREIGN),
    "a redirect": (f'<meta http-equiv="refresh" content="0; url={ELSEWHERE}">', "a redirect to another site"),
    "a redirect without a name": (f"<meta http-equiv=Refresh content='5;{ELSEWHERE}'>", "a redirect to another site"),
    "a base": (f'<base href="{ELSEWHERE}">', "`<base>`"),
    "a frame": (f'<iframe src="{ELSEWHERE}"></iframe>', "`<iframe>`"),
    "a frame with a page in it": ("<iframe srcdoc='<script>x()</script>'></iframe>", "`<iframe>`"),
    "an object": ('<object data="x.svg"></object>', "`<object>`"),
    "a plug-in": ('<embed src="x.swf">', "`<embed>`"),
    "a film": ('<video src="x.mp4"></video>', "`<video>`"),
    "a form": ('<form action="x"><button>x</button></form>', "`action`"),
    "a button": ('<button formaction="x">x</button>', "`formaction`"),
    "an inline script": ("<script>counted()</script>", SCRIPT),
    "a module": ('<script type="module">import "./x.js"</script>', SCRIPT),
    "rules of what comes": ('<script type="speculationrules">{}</script>', SCRIPT),
    "a script in a drawing": ("<svg><script>drawn()</script></svg>", SCRIPT),
    "a handler": ("<p onclick='counted()'>x</p>", "the handler `onclick`"),
    "a handler without blanks": ("<svg/onload=counted()></svg>", "the handler `onload`"),
    "a handler behind a quote": ('<img alt="x"onerror="counted()">', ONERROR),
    "a handler behind what looks like the end": ('<img alt=">" onerror="counted()">', ONERROR),
    "a handler in a drawing's words": ("<svg><style><img title='</style><img onerror=x1()>'></svg>", ONERROR),
    "a handler behind a title": ("<title></titles><a title='</title><img src=x onerror=x2()>'>", ONERROR),
    "a handler behind text that is none": ('<p><![CDATA[><img src=x onerror="x3()">]]></p>', ONERROR),
    "a handler in data that is none": ('<svg><script type="a/b"><img src=x onerror=x4()></script>', ONERROR),
    "a handler behind the end of a drawing": ("<svg a=b/><style><a title='</style><img onerror=x5()>'>", ONERROR),
    "a handler behind a comment": ("<!--><img src=x onerror=x6()>-->", ONERROR),
    "a handler behind a comment's other end": ("<!-- --!><img src=x onerror=x7()> -->", ONERROR),
    "a handler behind a script's comment": (
        '<script type="a/b"><!--<script></script><a title="</script><img src=x onerror=x8()>"></script>', ONERROR
    ),
    "a style of a tag": ("<p style='color: red'>x</p>", STYLE),
    "a style": ("<style>p { color: red }</style>", STYLE),
    "a link that runs": ("<a href='javascript:counted()'>x</a>", ACTIVE),
    "a link that runs, hidden": ("<a href=' java&Tab;script&colon;counted()'>x</a>", ACTIVE),
    "a link with a page": ("<a href='data:text/html,<script>x()</script>'>x</a>", ACTIVE),
    "a script in its address": ("<script src='data:,counted()'></script>", ACTIVE),
    "an animated link": ("<svg><a><set attributeName=href to=javascript:x() /></a></svg>", "an animation of `href`"),
    "a second policy": (
        '<meta http-equiv="Content-Security-Policy" content="script-src \'unsafe-inline\'">', "a second policy"
    ),
    "a referrer": ('<meta name="referrer" content="unsafe-url">', "a referrer for other sites"),
}  # fmt: skip
# What a browser neither loads nor runs.
HARMLESS = f"""
<a href="{ELSEWHERE}" rel="noopener">a link</a> <a href="mailto:a@elsewhere.example">mail</a>
<link rel="canonical" href="{ELSEWHERE}"><link rel="alternate" hreflang="de" href="{ELSEWHERE}">
<link rel="license" href="{ELSEWHERE}"><blockquote cite="{ELSEWHERE}">a quote</blockquote>
<img src="assets/images/favicon.png" alt="a > b"><img src="data:image/gif;base64,R0lGOD//" alt="" width=1>
<script type="application/ld+json">{{"url": "{ELSEWHERE}", "onclick": "a < b"}}</script>
<script type="application/json">{{"style": "<b>"}}</script>
<!-- <img src="{ELSEWHERE}" onerror="x()"> --><textarea>words</textarea><template><b>x</b></template>
<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mi>x</mi><mo>&lt;</mo><mn>1</mn></math>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><title>a</title>
<use xlink:href="#a"/><linearGradient id="a"/><path fill="url(#a)" d="M0 0"/></svg>
<p title='<img src={ELSEWHERE} onerror=x()>'>a tip</p><code>&lt;script&gt;</code><span data-src="{ELSEWHERE}">x</span>
"""
HOOK = """
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

PIECES = json.loads(Path(__file__).with_name("pieces.json").read_text("utf-8"))

def on_post_page(output, page, **more):
    return output.replace("</article>", PIECES.get(page.file.src_uri, "") + "</article>")
"""


def with_settings(site: Path, **settings: Any) -> None:
    """Changes what `mkdocs.yml` says."""
    path = site / "mkdocs.yml"
    path.write_text(yaml.safe_dump({**yaml.safe_load(path.read_text("utf-8")), **settings}, sort_keys=False), "utf-8")


def with_pieces(site: Path, pieces: dict[str, str]) -> None:
    """Has a hook put a piece of markup into each page."""
    (site / "hook.py").write_text(HOOK, "utf-8")
    (site / "pieces.json").write_text(json.dumps(pieces), "utf-8")
    with_settings(site, hooks=["hook.py"])


def name_active(site: Path, names: Iterable[str]) -> None:
    """Names files that browsers run in `mkdocs.yml`, so that they are copied."""
    config = site / "mkdocs.yml"
    listed = ", ".join(names)
    text = config.read_text("utf-8").replace("- factpress", f"- factpress: {{active_files: [{listed}]}}", 1)
    config.write_text(text, "utf-8")


def refused(site: Path) -> str:
    """What the command says of a site that it does not publish."""
    done = run("build", cwd=site)
    assert done.returncode == 1 and not (site / "site").exists()
    return done.stderr


def test_each_fault_is_named_with_its_page_and_the_hook_that_put_it_there(small: Path) -> None:
    names = {what: f"page-{n}" for n, what in enumerate(FAULTS)}
    for name in names.values():
        (small / f"docs/{name}.md").write_text("# A page\n\nWords.\n", "utf-8")
    with_pieces(small, {f"{names[what]}.md": piece for what, (piece, _) in FAULTS.items()})
    said = refused(small)
    pattern = "F615 blocked-content: `{}/index.html` has {}"
    assert [what for what, (_, why) in FAULTS.items() if pattern.format(names[what], why) not in said] == []
    lines = [line for line in said.splitlines() if "F615" in line]
    assert [line for line in lines if "from the hook `hook.py`" not in line] == []


def test_what_loads_and_runs_nothing_is_published(small: Path) -> None:
    with_pieces(small, {"index.md": HARMLESS})
    done = run("build", "--strict", cwd=small)
    assert done.returncode == 0, done.stderr
    assert "a quote</blockquote>" in (small / "site/index.html").read_text("utf-8")


def test_one_cause_is_told_once_and_every_engine_refuses_it(small: Path) -> None:
    (small / "hook.py").write_text(
        f"def on_page_content(html, **more):\n    return html + '<img src={ELSEWHERE}>'\n", "utf-8"
    )
    with_settings(small, hooks=["hook.py"])
    said = refused(small)
    assert said.count("F615") == 1 and "more have a file from another site, from the hook `hook.py`" in said
    assert "nothing was built" in said
    assert run_mkdocs("build", cwd=small).returncode == 1
    done = start("properdocs", "build", "--config-file", "mkdocs.yml", cwd=small)
    assert done.returncode == 1 and done.stderr.count("F615") == 1, done.stderr


SETTINGS = {
    "a script": ({"extra_javascript": ["a.js", ELSEWHERE]}, f"`{ELSEWHERE}` is on another site"),
    "a module": ({"extra_javascript": [{"path": ELSEWHERE, "type": "module"}]}, f"`{ELSEWHERE}` is on another site"),
    "a style sheet": ({"extra_css": ["//elsewhere.example/x"]}, "`//elsewhere.example/x` is on another site"),
    "a logo": ({"theme": {"name": "material", "font": False, "logo": ELSEWHERE}}, f"`{ELSEWHERE}` is on another"),
    "fonts": ({"theme": {"name": "material", "font": {"text": "Roboto"}}}, "the theme loads its fonts"),
    "fonts by default": ({"theme": {"name": "material"}}, "the theme loads its fonts"),
    "fonts of the theme's name alone": ({"theme": "material"}, "the theme loads its fonts"),
    "pages replaced by a script": (
        {"theme": {"name": "material", "font": False, "features": ["navigation.top", "navigation.instant"]}},
        "`navigation.instant` replaces pages by a script",
    ),
    "a repository": ({"repo_url": "https://github.com/a/b"}, "the theme asks another site how popular"),
    "analytics": (
        {"extra": {"analytics": {"provider": "google", "property": "G-1"}}},
        "analytics reports to another site",
    ),
    "an entry of the navigation": ({"nav": [{"Home": "index.md"}, {"X": "javascript:x()"}]}, f"x()` is {ACTIVE}"),
    "a link in the footer": ({"extra": {"social": [{"icon": "a", "link": " JavaScript:x()"}]}}, f"x()` is {ACTIVE}"),
    "colours of code": (
        {"markdown_extensions": [{"pymdownx.highlight": {"noclasses": True}}]},
        "code is coloured by inline styles",
    ),
    "diagrams": (
        {"markdown_extensions": [{"pymdownx.superfences": {"custom_fences": [{"name": "m", "class": "mermaid"}]}}]},
        "the theme draws diagrams by a script from another site",
    ),
}


@pytest.mark.parametrize(("settings", "words"), SETTINGS.values(), ids=SETTINGS)
def test_a_check_finds_settings_that_load_from_elsewhere(settings: dict[str, Any], words: str, small: Path) -> None:
    with_settings(small, **settings)
    done = run("check", cwd=small)
    assert done.returncode == 1 and done.stdout.count("F615") == 1 and words in done.stdout
    assert done.stdout.startswith("mkdocs.yml:")


def test_files_of_the_site_itself_may_have_its_whole_address(small: Path) -> None:
    with_settings(small, extra_css=["https://example.org/look.css"], extra_javascript=[{"path": "x.js", "defer": True}])
    for name in ("look.css", "x.js"):
        (small / f"docs/{name}").write_text("", "utf-8")
    done = run("build", "--strict", cwd=small)
    assert done.returncode == 0, done.stderr


def test_pages_of_records_and_prose_need_no_exact_look(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    exact = LastLook.faults_in

    def noted(self: LastLook, part: str) -> Iterator[TagFault]:
        looked.append(part)
        return exact(self, part)

    monkeypatch.setattr(LastLook, "faults_in", noted)
    done = run("build", "--strict", cwd=small)
    assert done.returncode == 0 and looked == []


PARTIAL = f'{{% extends "base.html" %}}{{% block extrahead %}}<script src="{ELSEWHERE}"></script>{{% endblock %}}'


def test_what_no_setting_shows_is_found_with_its_cause(small: Path) -> None:
    (small / "overrides").mkdir()
    (small / "overrides/main.html").write_text(PARTIAL, "utf-8")
    (small / "docs/look.css").write_text(f'@font-face {{ src: url(a.woff2) }} @\\69mport "{ELSEWHERE}";', "utf-8")
    (small / "docs/own.css").write_text(
        "a { background: url(data:image/gif;base64,R0//) } /* https://x.example */", "utf-8"
    )
    (small / "hook.py").write_text(
        "from pathlib import Path\n\ndef on_post_build(config, **more):\n"
        "    site = Path(config.site_dir)\n    (site / 'new.html').write_text('<!doctype html><p>x')\n"
        "    (site / 'new.shtml').write_text('<!doctype html><p>x')\n"
        "    page = site / '404.html'\n    page.write_text(page.read_text() + '<p onclick=x()>')\n",
        "utf-8",
    )
    with_settings(
        small,
        theme={"name": "material", "font": False, "custom_dir": "overrides"},
        plugins=["search", {"offline": {"enabled": True}}, "factpress"],
        hooks=["hook.py"],
    )
    said = refused(small)
    for words in (
        "overrides/main.html:1:47: F615 blocked-content: `index.html` and 23 more have",
        f'from the template: `<script src="{ELSEWHERE}">`',
        f"docs/look.css:1:45: F615 blocked-content: `look.css` has {FOREIGN}, from the file itself: `{ELSEWHERE}`",
        'from the plugin `material/offline`: `<script src="https://unpkg.com/iframe-worker/shim">`',
        "`new.html` and 1 more have no policy, from the hook `hook.py`",
        "`404.html` has the handler `onclick`, which the policy does not allow, from the hook `hook.py`",
    ):
        assert words in said, said
    assert "own.css" not in said


HOOKS = {
    "a page for its template": "def on_page_context(context, page, **more):\n"
    "    page.content += '<script>x()</script>'\n",
    "the settings": "def on_page_context(context, config, **more):\n"
    "    config.extra['social'] = [{'link': 'javascript:x()', 'icon': 'material/pencil'}]\n",
    "the navigation": "from mkdocs.structure.nav import Link\n\ndef on_nav(nav, **more):\n"
    "    nav.items.append(Link('X', 'javascript:x()'))\n",
}


@pytest.mark.parametrize("code", HOOKS.values(), ids=HOOKS)
def test_a_hook_that_changes_what_the_theme_writes_is_named(code: str, small: Path) -> None:
    (small / "hook.py").write_text(code, "utf-8")
    with_settings(small, hooks=["hook.py"])
    said = refused(small)
    assert "F615" in said and said.count("F615") == said.count("from the hook `hook.py`"), said


def test_what_a_setting_a_page_or_a_file_of_data_brings_is_found_where_it_is_written(small: Path) -> None:
    for path, text in {
        "more.md": "---\ntitle: More\ntemplate: redirect.html\nlocation: index.md\n---\n# More\n",
        "blog/index.md": "# Blog\n",
        "blog/posts/a.md": "---\ndate: 2026-11-01\nauthors: [ann]\nlinks:\n  - X: data:text/html,x\n---\n# A\n\nB\n",
        "blog/.authors.yml": f"authors:\n  ann:\n    name: Ann\n    description: B\n    avatar: {ELSEWHERE}\n",
    }.items():
        (small / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (small / "docs" / path).write_text(text, "utf-8")
    with_settings(
        small,
        plugins=["search", "blog", "factpress"],
        copyright='<script>x()</script> <a href="javascript:counted()">CC0</a>',
        nav=[{"Home": "index.md"}, {"X": "data:text/html,y"}, {"Blog": "blog/index.md"}],
    )
    said = refused(small)
    for words in (
        r"mkdocs\.yml:\d+:12: F615 .* have an inline script .*, from `copyright`: `<script>x\(\)` \(help: remove it\)",
        rf"mkdocs\.yml:\d+:12: F615 .* have {ACTIVE}, from `copyright`",
        rf"mkdocs\.yml:\d+:6: F615 .* have {ACTIVE}, from `nav\.X`",
        r"docs/more\.md:3:1: F615 .* from the template `redirect\.html`, which the page names",
        rf"docs/blog/posts/a\.md:5:8: F615 .* has {ACTIVE}, from the file itself",
        rf"docs/blog/\.authors\.yml:5:13: F615 .* have {FOREIGN}, from the file itself",
    ):
        assert re.search(words, said), (words, said)


def test_a_policy_that_is_not_first_is_found(small: Path) -> None:
    (small / "overrides").mkdir()
    (small / "overrides/main.html").write_text('words {% extends "base.html" %}', "utf-8")
    start_of_page = '<script src="x.js"></script><meta charset="utf-8"><title>x</title>'
    (small / "docs/late.html").write_text(start_of_page, "utf-8")
    name_active(small, ["late.html"])
    said = refused(small)
    assert "`late.html` has something before the policy, from the file itself" in said


XHTML = '<html xmlns="http://www.w3.org/1999/xhtml">{}</html>'
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"{}>{}</svg>'
DOCUMENTS = {
    "script.svg": (DRAWING.format("", "<script>x()</script>"), SCRIPT),
    "renamed.svg": ('<a:svg xmlns:a="http://www.w3.org/2000/svg"><a:script>x()</a:script></a:svg>', SCRIPT),
    "hidden.svg": (DRAWING.format("", "<script><![CDATA[x()]]></script>"), SCRIPT),
    "handler.svg": (DRAWING.format(' onload="x()"', ""), "the handler `onload`"),
    "picture.svg": (DRAWING.format("", f'<image href="{ELSEWHERE}"/>'), FOREIGN),
    "styled.svg": (DRAWING.format("", f"<style>@import url({ELSEWHERE})</style>"), FOREIGN),
    "entities.svg": (
        '<!DOCTYPE svg [<!ENTITY x "&#60;script>x()&#60;/script>">]>' + DRAWING.format("", "&x;"),
        "entities",
    ),
    "other.svg": ('<?xml version="1.0" encoding="UTF-7"?>' + DRAWING.format("", ""), "another encoding than UTF-8"),
    "linked.svg": (f'<?xml-stylesheet href="{ELSEWHERE}"?>' + DRAWING.format("", ""), FOREIGN),
    "page.xhtml": (XHTML.format("<script>x()</script>"), "no policy"),
    "utf-16.html": ("<!doctype html><p>x".encode("utf-16").decode("latin-1"), "no policy"),
}
FINE = {
    "fine.svg": DRAWING.format(
        "", f'<style>a {{ fill: red }}</style><a href="{ELSEWHERE}"><path style="fill: red"/></a>'
    ),
    "fine.xhtml": XHTML.format('<head><meta charset="utf-8"/><title>x</title></head><body/>'),
    "fine.xml": f'<rss><link>{ELSEWHERE}</link><e url="{ELSEWHERE}"/><d><![CDATA[<img src="{ELSEWHERE}">]]></d></rss>',
}


def test_drawings_and_documents_are_looked_at_too(small: Path) -> None:
    for name, (text, _) in DOCUMENTS.items():
        (small / "docs" / name).write_text(text, "latin-1" if name == "utf-16.html" else "utf-8")
    for name, text in FINE.items():
        (small / "docs" / name).write_text(text, "utf-8")
    name_active(small, [*DOCUMENTS, *FINE])
    said = refused(small)
    pattern = r"docs/{0}:1:\d+: F615 blocked-content: `{0}` has {1}"
    missed = [
        name
        for name, (_, why) in DOCUMENTS.items()
        if not re.search(pattern.format(re.escape(name), re.escape(why)), said)
    ]
    assert missed == []
    assert [name for name in FINE if name in said] == []


COMMON = {
    "theme": {
        "name": "material",
        "font": False,
        "language": "de",
        "icon": {"logo": "material/library"},
        "features": [
            "announce.dismiss", "content.action.edit", "content.action.view", "content.code.annotate",
            "content.code.copy", "content.code.select", "content.tabs.link", "content.tooltips", "header.autohide",
            "navigation.expand", "navigation.footer", "navigation.indexes", "navigation.path", "navigation.prune",
            "navigation.sections", "navigation.tabs", "navigation.tabs.sticky", "navigation.top",
            "navigation.tracking", "search.highlight", "search.share", "search.suggest", "toc.follow",
        ],
        "palette": [{"scheme": "default", "toggle": {"icon": "material/weather-night", "name": "Dark"}}],
    },
    "plugins": ["search", "tags", "factpress"],
    "extra": {
        "generator": False,
        "social": [{"icon": "fontawesome/brands/mastodon", "link": ELSEWHERE}],
        "alternate": [{"name": "English", "link": "/en/", "lang": "en"}],
        "status": {"new": "Added lately"},
    },
    "markdown_extensions": [
        "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables",
        {"toc": {"permalink": True}},
        {"pymdownx.arithmatex": {"generic": True}}, "pymdownx.betterem", "pymdownx.caret", "pymdownx.details",
        "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark", "pymdownx.smartsymbols",
        "pymdownx.superfences", {"pymdownx.tabbed": {"alternate_style": True}},
        {"pymdownx.tasklist": {"custom_checkbox": True}}, "pymdownx.tilde",
    ],
}  # fmt: skip
RICH = """---
tags: [one, two]
status: new
---

# A page

A note[^1] with $x < 1$, `#!python a < b`, ++ctrl+a++, ==marked== and ~~struck~~ words{ .red }.

[^1]: The note.

!!! note
    Words.

??? tip "More"
    Words.

=== "One"

    ```python title="a.py" linenums="1" hl_lines="1"
    a = 1 < 2  # (1)!
    ```

=== "Two"

    - [x] Done
    - [ ] Open

| a | b |
|:-:|--:|
| c | d |

Word
:   What it means.

*[HTML]: A language
"""


def test_what_the_theme_has_and_makes_of_markdown_is_published(small: Path) -> None:
    (small / "docs/rich.md").write_text(RICH, "utf-8")
    with_settings(small, **COMMON)
    done = run("build", "--strict", cwd=small)
    assert done.returncode == 0, done.stderr
    assert 'class="admonition note"' in (small / "site/rich/index.html").read_text("utf-8")


def test_a_preview_logs_what_is_found_and_shows_it_at_the_top_of_its_page(small: Path) -> None:
    with_pieces(small, {"index.md": "<p onclick='x()'>x</p>"})
    preview(small)
    page = LexborHTMLParser((small / "site/index.html").read_text("utf-8"))
    (top,) = page.css(".fp-findings")
    assert "The last look at this page found 1 error." in top.text()
    assert "the handler onclick" in top.text() and "from the hook hook.py" in top.text()
    explainer = (small / "site/explainers/use-of-factpress/index.html").read_text("utf-8")
    assert "fp-findings" not in explainer and "factpress: findings" not in explainer
    # A preview's pages have the policy that published pages have.
    assert '<meta http-equiv="Content-Security-Policy"' in explainer


def test_a_preview_shows_what_a_hook_made_of_prose(small: Path) -> None:
    (small / "hook.py").write_text(
        "def on_page_markdown(markdown, page, **more):\n"
        "    return markdown + '\\n\\nIt has [layers](claim:no-such-claim).\\n' * (page.file.src_uri == 'index.md')\n",
        "utf-8",
    )
    with_settings(small, hooks=["hook.py"])
    assert run_mkdocs("build", cwd=small).returncode == 1
    preview(small)
    page = LexborHTMLParser((small / "site/index.html").read_text("utf-8"))
    (top,) = page.css(".fp-findings")
    assert "F201 unknown-id" in top.text()
