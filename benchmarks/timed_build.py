"""`factpress build` with two of its parts timed: reading and checking, and our pages.

`python benchmarks/timed_build.py REPORT --project DIR` does what `python -m factpress build --project DIR` does, and
writes the seconds of each part to REPORT.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from factpress import pipeline
from factpress.cli.main import main
from factpress.pages import render

P = ParamSpec("P")
T = TypeVar("T")


def timed(name: str, function: Callable[P, T], report: Path) -> Callable[P, T]:
    """Returns the function, which now writes into the report how long it took."""

    def call(*args: P.args, **options: P.kwargs) -> T:
        start = time.perf_counter()
        result = function(*args, **options)
        seconds = time.perf_counter() - start
        # Now, since the command ends its process at once and calls nothing at exit.
        parts = json.loads(report.read_text("utf-8")) if report.exists() else {}
        report.write_text(json.dumps({**parts, name: parts.get(name, 0.0) + seconds}), "utf-8")
        return result

    return call


if __name__ == "__main__":
    place, options = Path(sys.argv[1]), sys.argv[2:]
    rendered = render.render

    def all_pages(*args: Any, **options: Any) -> Any:
        """Makes all pages at once: the build makes each when it asks for it."""
        return list(rendered(*args, **options))

    # The command imports both functions when it runs, which is after this.
    pipeline.check = timed("check", pipeline.check, place)
    render.render = timed("pages", all_pages, place)
    sys.argv[1:] = ["build", *options]
    main()
