"""Who was asked about a claim or an article, and who objected to it: what others say to a check."""

from typing import Literal

from pydantic import Field

from factpress.records.fields import Attribution, Day, Id, Text
from factpress.records.record import Part

DECLINED, NO_ANSWER = "declined", "none"
"""Answers without words: the party did not want to answer, or has not answered."""


class Reply(Part):
    """Somebody who was asked about a claim or an article, and the answer."""

    party: Id = Field(description="Who was asked, as an entity id.")
    asked: Day = Field(description="The day on which they were asked.")
    how: Text = Field(description="How they were asked, such as `by e-mail to the press office`.")
    answer: Text = Field(description="The answer in their own words, or `declined`, or `none` if there is no answer.")
    date: Day | None = Field(None, description="The day of the answer.")

    @property
    def state(self) -> Literal["answered", "declined", "none"]:
        """Whether they answered in words, declined, or did not answer."""
        if self.answer == DECLINED:
            return "declined"
        return "none" if self.answer == NO_ANSWER else "answered"


class Challenge(Part):
    """An objection to what the site says of a claim, and what came of it."""

    by: Attribution = Field(description="Who objects: an entity id, or words (with a space), such as `a reader`.")
    date: Day = Field(description="The day of the objection.")
    says: Text = Field(description="What they say, in one sentence.")
    outcome: Text | None = Field(None, description="What came of it; without one it is still open.")
