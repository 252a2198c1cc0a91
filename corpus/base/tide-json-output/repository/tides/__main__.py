import sys

from tides.cli import main

sys.exit(main())
