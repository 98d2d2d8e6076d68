"""F2 of policies: what the site says of itself stands on a page."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.findings import nearest, shown
from factpress.records.page import MARKDOWN
from factpress.records.site import METHOD_PAGE
from factpress.rules.rule import Found, Project, rule


@rule("F210", waivable=False)
def missing_policy(project: Project) -> Iterator[Found]:
    """A policy of the site that names no page under `docs/`.

    Why: readers are told that the site has such a policy, and find nothing there. A heading of a page may be
    named too, as `docs/about.md#funding`; the methodology may be `method/`, the page that is made of the rules.

    Bad:

        # facts/site.yml
        format: 1
        name: Harbour facts
        policies: {corrections: docs/mistakes.md}

    Good:

        # facts/site.yml
        format: 1
        name: Harbour facts
        policies: {corrections: docs/mistakes.md, methodology: method/}
        # docs/mistakes.md
        Whoever finds a mistake writes to the desk.
    """
    site = project.book.site
    if site is None:
        return
    pages = [path for path in project.reading.docs if path.endswith(MARKDOWN)]
    for policy in site.policies.given:
        if policy.path in pages or policy.is_method:
            continue
        near = nearest(policy.path, [*pages, *([METHOD_PAGE] if policy.name == "methodology" else [])])
        help = f"did you mean {shown(near)}?" if near else "write the page as Markdown, and name its file"
        yield Found(site.at("policies", policy.name), f"there is no page {shown(policy.path)} under `docs/`", help)
