"""`python -m factpress`: the command."""

import sys

from factpress.cli.main import main

if __name__ == "__main__":
    # `python -m` puts the current folder first, and a project's own modules are not imported by their names.
    sys.path.pop(0)
    main()
