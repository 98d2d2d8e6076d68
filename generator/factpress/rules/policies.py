"""F2 of policies: each policy that the site names is on a page."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.findings import nearest, shown
from factpress.records.page import MARKDOWN
from factpress.records.site import METHOD_PAGE
from factpress.rules.rule import Problem, Project, rule


@rule("F210", waivable=False)
def missing_policy(project: Project) -> Iterator[Problem]:
    """A policy of the site that names no page under `docs/`.

    Why: the site says that it has such a policy, and readers find nothing there. A policy may also name a heading,
    as `docs/about.md#funding`. The methodology may be `method/`, the page that the site makes of its rules.

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
        If you find a mistake, write to the desk.
    """
    site = project.book.site
    if site is None or not project.settings.is_known:
        return
    pages = [path for path in project.reading.docs if path.endswith(MARKDOWN)]
    for policy in site.policies.given:
        if policy.is_method or any(map(policy.names, pages)):
            continue
        near = nearest(policy.path, [*pages, *([METHOD_PAGE] if policy.name == "methodology" else [])])
        help = f"did you mean {shown(near)}?" if near else "write the page in Markdown, and name its file here"
        yield Problem(site.at("policies", policy.name), f"there is no page {shown(policy.path)} under `docs/`", help)
