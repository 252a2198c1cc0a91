#!/bin/sh
# Each check: description, expected output, expected status, then the command's stdin and arguments.
fails=0 n=0
check() {
    what=$1 want=$2 status=$3 input=$4
    shift 4
    n=$((n + 1))
    got=$(printf "$input" | ./colsum "$@" 2>/dev/null)
    rc=$?
    if [ "$got" != "$want" ] || [ "$rc" -ne "$status" ]; then
        echo "FAIL $what: got '$got' ($rc), want '$want' ($status)"
        fails=$((fails + 1))
    fi
}

check "first column"      6    0 '1\n2\n3\n'
check "second column"     30   0 'a 10\nb 20\n'        -k 2
check "tabs and spaces"   7.5  0 'x\t 2.5\ny  5\n'     -k 2
check "missing field"     1    0 'a 1\nb\n'            -k 2
check "not a number"      4    1 '4\nfour\n'
check "column zero"       ''   2 ''                    -k 0

echo "$n checks, $fails failed"
[ "$fails" -eq 0 ]
