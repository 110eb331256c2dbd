"""``python -m bench`` is the gate."""

import sys

from bench.gate import main

if __name__ == "__main__":
    sys.exit(main())
