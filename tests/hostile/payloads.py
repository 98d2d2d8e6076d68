"""Words that would be active if they were markup: each is a way out of a place, something active, and a spelling."""

from __future__ import annotations

import html
import random
from collections.abc import Callable, Sequence
from itertools import product
from urllib.parse import quote

SEED = 15
# What `hacked` is, each browser that looks at the pages knows.
CALL = "hacked()"

WAYS_OUT = (
    "",
    "The pier ",
    "</title>",
    "</h1></a>",
    "</p></div></article>",
    '">',
    "'>",
    "' x='\" y=\">",
    "-->",
    "--!>",
    "]]>",
    "</script>",
    "</style>",
    "</textarea></template>",
    "</noscript>",
    "</svg></math>",
    "</code></pre>",
    "*/ ",
    "\\\"');",
    "{% endraw %}}}",
    "](x) ",
    "| x | ",
    "**x** ",
)
ACTIVE = (
    f"<script>{CALL}</script>",
    f"<script src=data:,{CALL}></script>",
    "<script src=../x.js></script>",
    f"<ScRiPt type=module>{CALL}</sCrIpT >",
    f"<img src=x onerror={CALL}>",
    f"<img/src='x'/onerror='{CALL}'/>",
    "<img src=https://elsewhere.example/p.png>",
    f"<image src=x onerror={CALL}>",
    f"<svg onload={CALL}>",
    f"<svg><script>{CALL}</script></svg>",
    f"<svg><animate onbegin={CALL} attributeName=x></svg>",
    f"<svg><a xlink:href=javascript:{CALL}><text y=9>x</text></a></svg>",
    "<svg><use href='https://elsewhere.example/x.svg#x'/></svg>",
    f"<math><mtext><mglyph><style><img src=x onerror={CALL}></style></mglyph></mtext></math>",
    f"<iframe src=javascript:{CALL}></iframe>",
    f'<iframe srcdoc="<script>parent.{CALL}</script>"></iframe>',
    f"<object data=javascript:{CALL}></object>",
    f"<embed src=javascript:{CALL}>",
    '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
    "<base href=//elsewhere.example/>",
    "<link rel=stylesheet href=//elsewhere.example/x.css>",
    "<style>@import 'https://elsewhere.example/x.css';</style>",
    f"<a href=javascript:{CALL}>x</a>",
    f"<a href='JaVa\tScRiPt:{CALL}'>x</a>",
    f"<a href=java&#10;script:{CALL}>x</a>",
    f"<a href='data:text/html,<script>{CALL}</script>'>x</a>",
    f"<form action=javascript:{CALL}><button>x</button></form>",
    f"<button form=x formaction=javascript:{CALL}>x</button>",
    f"<input autofocus onfocus={CALL}>",
    f"<details open ontoggle={CALL}>x</details>",
    f"<video src=x onerror={CALL}></video>",
    f"<audio src=x onerror={CALL}></audio>",
    f"<body onpageshow={CALL}>",
    f"<p onmouseover={CALL} style=position:fixed;inset:0>x</p>",
    f"<xss id=x tabindex=1 onfocus={CALL}>x</xss>",
    f"<template><img src=x onerror={CALL}></template>",
    f'<noscript><p title="</noscript><img src=x onerror={CALL}>">',
    f"<!--><img src=x onerror={CALL}>-->",
    f"<![CDATA[><img src=x onerror={CALL}>]]>",
    f"<?x ><img src=x onerror={CALL}>",
    f"[x](javascript:{CALL})",
    f"[x](<java&Tab;script:{CALL}>)",
    f"![x](javascript:{CALL})",
    "![x](https://elsewhere.example/p.png)",
    f"<javascript:{CALL}>",
    f"[x](https://elsewhere.example/ \"' onmouseover='{CALL}\")",
    f'[x](https://elsewhere.example/"onmouseover="{CALL})',
    f"x{{: onmouseover={CALL} style=position:fixed }}",
    f"{{{{ '<script>{CALL}</script>' }}}}",
    f"{{% if true %}}<script>{CALL}</script>{{% endif %}}",
    f"${{{CALL}}}<%= {CALL} %>#{{{CALL}}}",
    f"+alert(1)//`-{CALL}-`",
)


def _numbered(text: str) -> str:
    return "".join(f"&#{ord(each)}" if each in "<>\"'" else each for each in text)


def _in_hexadecimal(text: str) -> str:
    return "".join(f"&#x{ord(each):x};" if each in "<>\"'&" else each for each in text)


SPELLINGS: tuple[Callable[[str], str], ...] = (
    str,
    html.escape,
    lambda text: html.escape(html.escape(text)),
    lambda text: html.escape(html.escape(html.escape(text))),
    _numbered,
    _in_hexadecimal,
    lambda text: text.replace("<", "&LT").replace(">", "&GT"),
    lambda text: text.replace("<", "\\<").replace(">", "\\>"),
    lambda text: text.replace("<", "\\u003c").replace(">", "\\u003e"),
    lambda text: quote(text, safe=" ()"),
    lambda text: text.replace("<", "<\u200b").replace("=", "\u00a0="),
    lambda text: text.replace("<", "\uff1c").replace(">", "\uff1e"),
    lambda text: f"A `{text}` b",
    lambda text: f"A ``{html.escape(text)}`` b",
    lambda text: f"{text}{text}",
    lambda text: f"{html.escape(text)}{text}",
    lambda text: f"*{text}*",
    str.upper,
)


def payloads(count: int, *, seed: int = SEED) -> Sequence[str]:
    """Different payloads, the same for the same seed; each part of the grammar is in some, and most are as they are."""
    # A seed makes each failure one that comes back.
    chance = random.Random(seed)  # noqa: S311
    every = [*product(WAYS_OUT, ACTIVE, SPELLINGS)]
    chance.shuffle(every)
    longest = max(len(WAYS_OUT), len(ACTIVE), len(SPELLINGS))
    parts = (WAYS_OUT, ACTIVE, SPELLINGS)
    first = [tuple(part[n % len(part)] for part in parts) for n in range(longest)]
    plain = [(way, active, str) for way, active in product(WAYS_OUT, ACTIVE)]
    chance.shuffle(plain)
    made = dict.fromkeys(
        spelling(way + active)  # type: ignore[operator]
        for way, active, spelling in [*first, *plain[: count // 2], *every]
    )
    assert len(made) >= count, len(made)
    return [*made][:count]
