"""English words that call a source silent: it says nothing of something, does not mention it, leaves it out."""

from __future__ import annotations

import re

_NOT = r"(?:do|does|did)(?: not|n[’']t) (?:once |even |itself )?"
SILENCE = re.compile(
    r"\b(?:"
    r"(?:say|says|said) nothing(?! but\b)"
    r"|(?:is|are|was|were|stay|stays|stayed|remain|remains|remained) silent(?= (?:on|about|as to)\b|[.,;])"
    rf"|{_NOT}(?:mention|say|report|name|speak of)"
    r"|never (?:mention|mentions|mentioned|says|said)"
    r"|(?:make|makes|made) no mention"
    r"|(?:has|had|have) no word (?:of|on|about)"
    r"|(?:leave|leaves|left) (?:it |this |that |them )?out(?! of the question)"
    r")\b",
    re.IGNORECASE,
)
"""Words of a sentence that say that a source does not say something."""
