"""`python -m bodycopy`: the same as the `bodycopy` command."""

from bodycopy.cli import main

if __name__ == "__main__":
    main()
