"""Runs a command without output and prints its exit code and its peak memory in KiB.

A process of its own, kept small: the kernel counts what a child had before it became the command, so
figures below this interpreter's own size (see the floor in the results) cannot be told apart.
"""

import os
import sys

child = os.fork()
if child == 0:
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(null, number)
    os.execv(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(child, 0)
# Linux counts in KiB, macOS in bytes
unit = 1024 if sys.platform == "darwin" else 1
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss // unit)
