"""The days of the engine's pages, for its sitemap: by the records, never by the day of the build."""

from __future__ import annotations

from mkdocs.structure.files import Files

from factpress.pages.links import LinkedBook
from factpress.site.other_plugins import prose_of
from factpress.site.record_page import RecordPage

# The engine dates its archive of the sitemap by the newest page; records without any date leave it this one.
_UNDATED = "1970-01-01"


def date_pages(files: Files, linked: LinkedBook) -> None:
    """Gives each page its day: that of its records, or of the newest record where it shows none that has a day."""
    pages = [(file, file.page) for file in files.documentation_pages() if file.page is not None]
    newest = max((page.update_date for _, page in pages if isinstance(page, RecordPage)), default="") or _UNDATED
    for file, page in pages:
        prose = None if isinstance(page, RecordPage) else prose_of(file, linked.book)
        own = page.update_date if isinstance(page, RecordPage) else linked.days.of_page(prose) if prose else ""
        page.update_date = own or newest
