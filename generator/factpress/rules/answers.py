"""F6 of answers: what an explainer says at its top is short, and leads to records alone."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.findings import shown
from factpress.records import text
from factpress.rules.rule import Problem, Project, rule

MOST_WORDS = 60


@rule("F621")
def answer_form(project: Project) -> Iterator[Problem]:
    """An explainer's `answer` that is too long, or with a link that does not lead to a record.

    Why: the answer says at the top of the page what was found, for readers who read no further. Its figures are held
    like those of the text below it: each is in a link to a claim.

    Bad:

        # facts/site.yml
        format: 1
        name: Harbour facts
        articles: [gazette-2021-05-30]
        # docs/index.md
        ---
        article: gazette-2021-05-30
        answer: "The pier [opened](https://piers.example/north) as the paper says."
        ---

        The pier [opened](claim:pier-opened).

    Good:

        # facts/site.yml
        format: 1
        name: Harbour facts
        articles: [gazette-2021-05-30]
        # docs/index.md
        ---
        article: gazette-2021-05-30
        answer: "The pier [opened](claim:pier-opened) as the paper says."
        ---

        The pier [opened](claim:pier-opened).
    """
    for page in project.book.pages.values():
        if page.article is None or page.answer is None:
            continue
        count = len(text.without_links(page.answer).split())
        if count > MOST_WORDS:
            message = f"the answer has {count} words; at most {MOST_WORDS} are allowed"
            yield Problem(page.at("answer"), message, "say what was found; the text below has room for the rest")
        for address in text.foreign_links(page.answer):
            message = f"a link of the answer leads to {shown(address)}, which is not a record"
            yield Problem(page.at("answer"), message, "link to `claim:` and an id, or remove the link")
