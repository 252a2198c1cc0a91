#!/bin/sh
# Usage: scripts/month.sh 2025-03
set -e
python -m meter.export "$1"
