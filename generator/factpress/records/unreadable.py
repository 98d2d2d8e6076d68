"""The error for a text that cannot be read, written for the person who wrote the text."""


class Unreadable(ValueError):
    """A text that its field cannot read: a message, and the smallest fix."""

    def __init__(self, message: str, *, help: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
