"""What a browser loads or runs in HTML, counted by the parser of a real browser, which keeps no policy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from playwright.sync_api import Page

# A document of `DOMParser` runs nothing and loads nothing, so that what it has can be counted.
_COUNT = """texts => {
  const ACTIVE = new Set(["applet", "base", "embed", "form", "frame", "frameset", "iframe", "img", "link", "math",
    "meta", "object", "portal", "script", "style", "svg", "video", "audio"]);
  const LOADED = new Set(["src", "srcset", "poster", "data", "background", "xlink:href"]);
  const ADDRESSES = new Set([...LOADED, "href", "action", "formaction", "ping", "manifest", "codebase"]);
  const RUNS = /^(?:javascript|vbscript|data|livescript|mocha):/;
  const count = (root, found) => {
    const add = what => { found[what] = (found[what] || 0) + 1; };
    for (const element of root.querySelectorAll("*")) {
      const tag = element.localName;
      if (ACTIVE.has(tag)) add(tag);
      for (const {name, value} of element.attributes) {
        // As browsers read addresses: without breaks anywhere, or blanks and controls at the start.
        const address = value.replace(/[\\t\\n\\r]/g, "").replace(/^[\\0- ]+/, "").toLowerCase();
        if (name.startsWith("on") || name === "style" || name === "srcdoc") add(name);
        else if (ADDRESSES.has(name) && RUNS.test(address)) add(`${name}=${address.split(":")[0]}:`);
        else if (LOADED.has(name) && /^(?:https?:)?[/\\\\]{2}/.test(address)) add(`${name} elsewhere`);
      }
      if (tag === "template" && element.content) count(element.content, found);
    }
    return found;
  };
  return texts.map(text => count(new DOMParser().parseFromString(text, "text/html"), {}));
}"""
_AT_ONCE = 100


def active(browser: Page, texts: Iterable[str]) -> Iterator[Counter[str]]:
    """What is active in each text of HTML, by its name: elements, handlers, and addresses that run or load."""
    waiting = iter(texts)
    while batch := list(islice(waiting, _AT_ONCE)):
        yield from map(Counter, browser.evaluate(_COUNT, batch))


def beyond(browser: Page, texts: Sequence[str], expected: Counter[str]) -> dict[int, Counter[str]]:
    """What is active in each text beyond what is expected, by the text's number."""
    return {n: more for n, found in enumerate(active(browser, texts)) if (more := found - expected)}
