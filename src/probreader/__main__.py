"""``python -m probreader`` is the same as ``probreader``."""

import sys

from probreader.cli import main

if __name__ == "__main__":
    sys.exit(main())
