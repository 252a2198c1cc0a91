#!/bin/sh
# Print the versions that matter for bug reports.
python --version
python -m pip list --format freeze | grep -E '^(numpy|pytest|ruff)=='
