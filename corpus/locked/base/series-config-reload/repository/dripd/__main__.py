import sys

from dripd.daemon import main

sys.exit(main(sys.argv))
