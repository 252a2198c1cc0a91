#!/bin/sh
# usage: cli.sh PATH-TO-TERN
set -eu
tern=$1

out=$(printf 'a HOOG 182\nb HOOG -41\nc DELF 9\n' | "$tern")
[ "$out" = "DELF 9 9
HOOG -41 182" ] || { echo "cli: rollup wrong: $out"; exit 1; }

"$tern" --version | grep -q "^tern $(cat VERSION)\$" || { echo "cli: version wrong"; exit 1; }

echo "cli: ok"
