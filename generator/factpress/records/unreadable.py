"""What a text that cannot be read has to say to the person who wrote it."""


class Unreadable(ValueError):
    """A text that does not say what its field asks for, in a sentence, with the smallest fix."""

    def __init__(self, message: str, *, help: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
