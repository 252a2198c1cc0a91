#!/bin/sh
# Usage: sh test/run.sh; prints one line per case, exit status 1 when one failed.
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
failed=0

expect() { # name, expected status, then the command
  name=$1
  want=$2
  shift 2
  "$@" >"$work/out" 2>"$work/err"
  got=$?
  if [ "$got" -eq "$want" ]; then
    echo "ok    $name"
  else
    echo "FAIL  $name: exit status $got, not $want"
    failed=1
  fi
}

mkdir "$work/from"
echo one >"$work/from/a"

expect "copies a folder" 0 "$here/bin/mirror" "$work/from" "$work/to"
expect "no such folder" 1 "$here/bin/mirror" "$work/none" "$work/to"
expect "no arguments" 1 "$here/bin/mirror"

exit $failed
