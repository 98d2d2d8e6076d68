"""What can't be done, each said in one line: every command ends with exit status 2 on it."""


class Unable(Exception):
    """Something that was asked for and can't be done; its text is the line that says why."""


class NoRevision(Unable):
    """Git can't give what was asked for."""


class NoRepository(NoRevision):
    """There is no repository here, or no git."""


class NoSettings(Unable):
    """The settings in `mkdocs.yml` can't be read or used."""
