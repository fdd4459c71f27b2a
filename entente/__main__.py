"""`python -m entente` is the command `entente`."""

import sys

from entente import package

if __name__ == "__main__":
    try:
        package("graph")
    except ImportError as error:
        sys.exit(str(error))
    from graph.cli import main

    main()
