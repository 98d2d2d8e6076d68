"""What a command can't do: each error says why in one line, and the command ends with exit status 2."""


class Unable(Exception):
    """Something that can't be done; its text is the line that says why."""


class NoRevision(Unable):
    """Git can't answer."""


class NoRepository(NoRevision):
    """There is no repository here, or no git."""


class NoSettings(Unable):
    """The settings in `mkdocs.yml` can't be read or used."""
