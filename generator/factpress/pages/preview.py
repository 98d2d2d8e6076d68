"""What a preview shows at the top of a page: the errors in the page's file, and how many the check found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from factpress import addresses
from factpress.findings import Finding, Severity, counted
from factpress.pages.environment import environment
from factpress.pages.links import LinkedBook, To
from factpress.pages.spans import Spans, spans

HOME = ("", "index.html")


@dataclass(frozen=True, slots=True)
class Shown:
    """An error as a page shows it."""

    rule: To
    place: str
    message: Spans
    help: Spans


@dataclass(frozen=True)
class Preview:
    """The findings of a check, and the pages on which a preview shows the errors among them.

    `pages` has the URL of each page from the site's root, by the path of the file that the page is made from.
    """

    findings: Iterable[Finding]
    linked: LinkedBook
    pages: Mapping[str, str]

    @cached_property
    def errors(self) -> Mapping[str, Sequence[Finding]]:
        """The errors by the path of their file, in the order of the report."""
        errors: dict[str, list[Finding]] = {}
        for finding in self.findings:
            if finding.severity is Severity.ERROR:
                errors.setdefault(finding.place.path, []).append(finding)
        return errors

    def written(self, url: str, findings: Sequence[Finding]) -> str:
        """The HTML at the top of the page with this URL that shows what was found in it as it was written."""
        linked = self.linked.at_url(url)
        return (
            environment()
            .get_template("preview.html.jinja")
            .render(
                found_by="The last look at this page",
                count=counted(len(findings), "error"),
                home=None,
                errors=[_shown(finding, linked) for finding in findings],
                others=[],
            )
        )

    def top(self, url: str, path: str) -> str:
        """The HTML at the top of the page with this URL, made from the file at this path; empty without any error.

        The home page also shows the errors in files without a page, and links to the pages with errors.
        """
        if not self.errors:
            return ""
        linked, is_home = self.linked.at_url(url), url in HOME
        paths = [each for each in self.errors if each == path or (is_home and each not in self.pages)]
        return (
            environment()
            .get_template("preview.html.jinja")
            .render(
                found_by="The check",
                count=counted(sum(map(len, self.errors.values())), "error"),
                home=None if is_home else To("All errors", linked.url("")),
                errors=[_shown(finding, linked) for each in paths for finding in self.errors[each]],
                others=list(self._others(linked, path)) if is_home else [],
            )
        )

    def _others(self, linked: LinkedBook, path: str) -> Iterable[tuple[To, str]]:
        """Links to the other pages with errors, each with the number of its errors."""
        for each, errors in self.errors.items():
            if each in self.pages and each != path:
                yield To(each, linked.up + self.pages[each]), counted(len(errors), "error")


def _shown(finding: Finding, linked: LinkedBook) -> Shown:
    rule = To(f"{finding.code} {finding.name}", f"{linked.url(addresses.of_kind('rules'))}#{finding.code.lower()}")
    return Shown(rule, str(finding.place), spans(finding.message), spans(finding.help))
