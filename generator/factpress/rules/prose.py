"""F6: prose cites records by plain links, and holds nothing that an engine would pass in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factpress.findings import Severity, shown
from factpress.rules.rule import Found, Project, rule

# The theme writes a page's title and description into its HTML as they are.
_MARKUP = re.compile(r"[<>\"]")


@rule("F601")
def tangled_text(project: Project) -> Iterator[Found]:
    """A paragraph with so many brackets, or a line so deep in lists, that reading it could take for ever.

    Why: Markdown's time grows with the square of the brackets in a paragraph. No reader needs 400 of them.

    Bad:

        # docs/index.md
        $ awk 'BEGIN { while (n++ < 500) printf "[" }' > docs/index.md

    Good:

        # docs/index.md
        The pier [opened](claim:pier-opened) in May.
    """
    for fault in project.faults("tangled-text"):
        yield Found(fault.place, fault.found, "part it into shorter paragraphs or lists")


@rule("F602")
def swallowed_line(project: Project) -> Iterator[Found]:
    """A first line that the engine takes for metadata and does not show.

    Why: a page without front matter that begins like `Note: …` loses that line in silence.

    Bad:

        # docs/index.md
        Note: the pier opened in May.

    Good:

        # docs/index.md
        # The pier

        Note: the pier opened in May.
    """
    for fault in project.faults("swallowed-line"):
        message = f"the engine takes {shown(fault.found)} for metadata and does not show it"
        yield Found(fault.place, message, "begin the page with a heading, or with front matter between two lines `---`")


@rule("F603")
def raw_html(project: Project) -> Iterator[Found]:
    """HTML in the middle of prose, comments included.

    Why: whatever it says goes onto the page as it is, unchecked and unescaped. Write a literal `<` as `&lt;`,
    or put it in code.

    Bad:

        # docs/index.md
        The pier <b>opened</b> in May.

    Good:

        # docs/index.md
        The pier **opened** in May.
    """
    for fault in project.faults("raw-html"):
        yield Found(
            fault.place, f"prose holds raw HTML: {shown(fault.found)}", "write it in Markdown, or put it in code"
        )


@rule("F604")
def unsafe_link(project: Project) -> Iterator[Found]:
    """A link that leads to anything but the web, a mail address, a page of the site or a record.

    Why: a link may run a script, or lead somewhere else than it seems to.

    Bad:

        # docs/index.md
        [The pier](javascript:alert(1)) opened in May.

    Good:

        # docs/index.md
        [The pier](https://example.com/pier) opened in May.
    """
    help = "link to https, http, mailto, a page of the site, or a record as `claim:`, `source:` or `entity:`"
    for fault in project.faults("unsafe-link"):
        yield Found(fault.place, f"the link leads to {shown(fault.found)}", help)


@rule("F605")
def unsafe_attribute(project: Project) -> Iterator[Found]:
    """An attribute set in Markdown that can run a script or change how the page looks.

    Why: `attr_list` lets a contributor set any attribute, handlers of events among them.

    Bad:

        # mkdocs.yml
        site_name: Harbour facts
        markdown_extensions: [attr_list]
        # docs/index.md
        [The pier](https://example.com/pier){: onclick=alert(1) } opened in May.

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        markdown_extensions: [attr_list]
        # docs/index.md
        [The pier](https://example.com/pier){: .pier } opened in May.
    """
    for fault in project.faults("unsafe-attribute"):
        yield Found(
            fault.place,
            f"the attribute {shown(fault.found)} is set, and it can run a script or restyle the page",
            "leave it out",
        )


@rule("F606")
def lost_link(project: Project) -> Iterator[Found]:
    """Something that looks like a link to a record and is none.

    Why: engines pass `CLAIM:x`, `<claim:x>` and `[words] (claim:x)` in silence, and the sentence rests on
    nothing.

    Bad:

        # docs/index.md
        The pier [opened] (claim:pier-opened) in May.

    Good:

        # docs/index.md
        The pier [opened](claim:pier-opened) in May.
    """
    for fault in project.faults("lost-link"):
        message = f"{shown(fault.found)} looks like a link to a record and is none"
        yield Found(fault.place, message, "write `[words](claim:id)`, or put it in code if it is only named")


@rule("F607")
def undefined_reference(project: Project) -> Iterator[Found]:
    """A reference that nothing on the page defines.

    Why: engines show `[words][ref]` and `[^1]` as they are written, and nobody is told.

    Bad:

        # docs/index.md
        The pier [opened][log] in May.

    Good:

        # docs/index.md
        The pier [opened][log] in May.

        [log]: claim:pier-opened
    """
    for fault in project.faults("undefined-reference"):
        yield Found(fault.place, f"nothing defines {shown(fault.found)}", "add its definition at the end of the page")


@rule("F608")
def foreign_image(project: Project) -> Iterator[Found]:
    """An image that does not lie under `docs/`.

    Why: a picture from elsewhere tells that server who reads the page, and may change or vanish.

    Bad:

        # docs/index.md
        ![The pier](https://example.com/pier.png)

    Good:

        # docs/index.md
        ![The pier](pier.png)
    """
    for fault in project.faults("foreign-image"):
        message = f"the image {shown(fault.found)} lies elsewhere"
        yield Found(fault.place, message, "put the file under `docs/` and link to it there")


@rule("F609")
def marked_up_title(project: Project) -> Iterator[Found]:
    """A title or description in front matter that holds `<`, `>` or a straight double quotation mark.

    Why: themes write both into the page's HTML as they are, so markup would run and a quotation mark would
    end the description.

    Bad:

        # docs/index.md
        ---
        title: "The <b>pier</b>"
        ---

        Opened in May.

    Good:

        # docs/index.md
        ---
        title: "The “pier”"
        ---

        Opened in May.
    """
    for page in project.book.pages.values():
        for name in ("title", "description"):
            found = _MARKUP.search(getattr(page, name) or "")
            if found:
                help = "write it without, quotation marks as “ and ”"
                yield Found(page.at(name), f"the {name} holds {shown(found[0])}", help)


@rule("F610", severity=Severity.WARNING)
def empty_explainer(project: Project) -> Iterator[Found]:
    """An explainer that cites no claim of its article.

    Why: an explainer is the reader's way to the claims; one without any states everything by itself.

    Bad:

        # facts/site.yml
        format: 1
        name: Harbour facts
        articles: [gazette-2021-05-30]
        # docs/index.md
        ---
        article: gazette-2021-05-30
        ---

        The pier opened.

    Good:

        # facts/site.yml
        format: 1
        name: Harbour facts
        articles: [gazette-2021-05-30]
        # docs/index.md
        ---
        article: gazette-2021-05-30
        ---

        The pier [opened](claim:pier-opened).
    """
    for page in project.book.pages.values():
        if page.article and not any(citation.kind == "claim" for citation in page.citations):
            yield Found(page.at("article"), "this explainer cites no claim", "cite claims as `[words](claim:id)`")
