"""F6: prose cites records by plain links, and contains nothing that an engine would drop or pass without notice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factpress.findings import Severity, shown
from factpress.rules.rule import Problem, Project, rule

# The theme writes a page's title and description into its HTML as they are.
_MARKUP = re.compile(r"[<>\"]")


@rule("F601")
def tangled_text(project: Project) -> Iterator[Problem]:
    """A paragraph with so many brackets, or a line so deep in lists, that reading it could take forever.

    Why: Markdown's time grows with the square of the brackets in a paragraph. No reader needs 400 of them.

    Bad:

        # docs/index.md
        $ awk 'BEGIN { while (n++ < 500) printf "[" }' > docs/index.md

    Good:

        # docs/index.md
        The pier [opened](claim:pier-opened) in May.
    """
    for fault in project.faults("tangled-text"):
        yield Problem(fault.place, fault.found, "split it into shorter paragraphs or lists")


@rule("F602")
def swallowed_line(project: Project) -> Iterator[Problem]:
    """A first line that the engine reads as metadata and does not show.

    Why: a page without front matter whose first line looks like `Note: …` loses that line without notice.

    Bad:

        # docs/index.md
        Note: the pier opened in May.

    Good:

        # docs/index.md
        # The pier

        Note: the pier opened in May.
    """
    for fault in project.faults("swallowed-line"):
        message = f"the engine reads {shown(fault.found)} as metadata and does not show it"
        yield Problem(
            fault.place, message, "begin the page with a heading, or with front matter between two lines `---`"
        )


@rule("F603")
def raw_html(project: Project) -> Iterator[Problem]:
    """Raw HTML in prose, comments included.

    Why: it goes onto the page as it is, unchecked and unescaped. Write a literal `<` as `&lt;`, or put it in code.
    Two comments are allowed, because Material's own plugins need them: `<!-- more -->` ends the excerpt of a post,
    and `<!-- material/tags -->` is replaced with a list of tags.

    Bad:

        # docs/index.md
        The pier <b>opened</b> in May.

    Good:

        # docs/index.md
        The pier **opened** in May.
    """
    for fault in project.faults("raw-html"):
        yield Problem(
            fault.place, f"prose contains raw HTML: {shown(fault.found)}", "write it in Markdown, or put it in code"
        )


@rule("F604")
def unsafe_link(project: Project) -> Iterator[Problem]:
    """A link that leads to anything but the web, a mail address, a page of the site or a record.

    Why: a link may run a script, or lead to another place than readers expect.

    Bad:

        # docs/index.md
        [The pier](javascript:alert(1)) opened in May.

    Good:

        # docs/index.md
        [The pier](https://example.com/pier) opened in May.
    """
    help = "link to https, http, mailto, a page of the site, or a record as `claim:`, `source:` or `entity:`"
    for fault in project.faults("unsafe-link"):
        yield Problem(fault.place, f"the link leads to {shown(fault.found)}, which is not allowed", help)


@rule("F605")
def unsafe_attribute(project: Project) -> Iterator[Problem]:
    """An attribute set in Markdown that can run a script, send a request or change the look of the page.

    Why: `attr_list` lets a contributor set any attribute, event handlers included, also on a block of code.

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
        yield Problem(
            fault.place,
            f"the attribute {shown(fault.found)} can run a script, send a request or change the look of the page",
            "remove it",
        )


@rule("F606")
def lost_link(project: Project) -> Iterator[Problem]:
    """Something that looks like a link to a record but is not one.

    Why: engines pass `CLAIM:x`, `<claim:x>` and `[words] (claim:x)` without notice, and the sentence has no record
    behind it.

    Bad:

        # docs/index.md
        The pier [opened] (claim:pier-opened) in May.

    Good:

        # docs/index.md
        The pier [opened](claim:pier-opened) in May.
    """
    for fault in project.faults("lost-link"):
        message = f"{shown(fault.found)} looks like a link to a record but is not one"
        yield Problem(fault.place, message, "write `[words](claim:id)`, or put it in code if it is not meant as a link")


@rule("F607")
def undefined_reference(project: Project) -> Iterator[Problem]:
    """A reference that the page does not define.

    Why: engines show `[words][ref]` and `[^1]` as they are written, and report nothing.

    Bad:

        # docs/index.md
        The pier [opened][log] in May.

    Good:

        # docs/index.md
        The pier [opened][log] in May.

        [log]: claim:pier-opened
    """
    for fault in project.faults("undefined-reference"):
        yield Problem(
            fault.place, f"the page does not define {shown(fault.found)}", "add its definition at the end of the page"
        )


@rule("F608")
def foreign_image(project: Project) -> Iterator[Problem]:
    """An image that is not under `docs/`.

    Why: a picture on another server shows that server who reads the page, and may change or vanish.

    Bad:

        # docs/index.md
        ![The pier](https://example.com/pier.png)

    Good:

        # docs/index.md
        ![The pier](pier.png)
    """
    for fault in project.faults("foreign-image"):
        message = f"the image {shown(fault.found)} is not under `docs/`"
        yield Problem(fault.place, message, "put the file under `docs/` and link to it there")


@rule("F609", waivable=False)
def marked_up_title(project: Project) -> Iterator[Problem]:
    """A title or description in front matter with `<`, `>` or a straight double quotation mark.

    Why: themes write both into the page's HTML as they are. Markup would run, and a quotation mark would end the
    description.

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
                help = "remove it; write quotation marks as “ and ”"
                yield Problem(page.at(name), f"the {name} contains {shown(found[0])}", help)


@rule("F610", severity=Severity.WARNING)
def empty_explainer(project: Project) -> Iterator[Problem]:
    """An explainer that cites no claim.

    Why: an explainer is the reader's way to the claims. An explainer without claims has no record behind anything
    that it states.

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
            yield Problem(page.at("article"), "this explainer cites no claim", "cite claims as `[words](claim:id)`")
