"""`python -m factpress`: the command."""

from factpress.cli.main import main

if __name__ == "__main__":
    main()
