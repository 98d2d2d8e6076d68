"""A saved page's metadata as answers for a new source: a draft to compare with the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from factpress.cli.answers import Interview
from factpress.cli.drafts import tidied
from factpress.cli.failure import Failure
from factpress.cli.fields import FIELDS
from factpress.sources.extract import MOST_BYTES, ExtractionError, metadata


def read(path: Path) -> tuple[Mapping[str, Any], Sequence[str]]:
    """The page's metadata by the names of a source's fields, and what is not clear in it; raises `Failure`."""
    try:
        with path.open("rb") as file:
            said = metadata(file.read(MOST_BYTES + 1))
    except OSError as error:
        raise Failure(f"{path} can't be read: {error.strerror}") from None
    except ExtractionError as error:
        raise Failure(f"{path}: {error}") from None
    many = {field.name for field in FIELDS["source"] if field.many}
    texts = {name: tuple(map(tidied, found)) for name, found in said.items() if found and name != "doubts"}
    return {name: found if name in many else found[0] for name, found in texts.items()}, said["doubts"]


def usable(interview: Interview, said: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The valid answers, and what is wrong with the others."""
    fields = {field.name: field for field in FIELDS["source"]}
    wrong = {name: problem for name, value in said.items() if (problem := interview.misread(fields[name], value))}
    taken = {name: value for name, value in said.items() if name not in wrong}
    return taken, [f"{fields[name].option}: {problem.message}; {problem.help}" for name, problem in wrong.items()]


def remark(taken: Mapping[str, Any]) -> tuple[str, ...]:
    """Comment lines for the new record: which fields come from the page, and which never do."""
    if not taken:
        return ()
    return (
        f"Taken from the saved page's metadata: {', '.join(taken)}. Compare with the page.",
        "`rights` is `quotation`; change it if the text is in the public domain or under an open licence.",
    )
