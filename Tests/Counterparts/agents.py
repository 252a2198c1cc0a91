"""Runs a command where the real agents can reach nothing but the test server.

    agents.py ENVIRONMENT COMMAND ARGUMENT...

It ends with the command's status; with 77 where the system has no such place to run it in, and with 1 where
that or an agent could be installed.

ENVIRONMENT is a Python environment with the packages of requirements/agents.txt. The command runs in a
network namespace of its own that has nothing but loopback, and finds in SPECCHECK_TEST_AGENTS, as JSON,
where everything is. `trap` is a port that nobody may talk to; whatever reaches it is written to `caught`.
"""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

HERE = pathlib.Path(__file__).resolve()
SERVER = HERE.parents[1] / "TestServer" / "Server" / "server.py"
INSIDE = "SPECCHECK_TEST_IS_INSIDE"


def enter():
    """Starts this program again where there is no network."""
    inner = "ip link set lo up && exec \"$@\""
    os.environ[INSIDE] = "1"
    os.execvp("unshare", [
        "unshare", "--map-root-user", "--net", "sh", "-c", inner, "sh", sys.executable, "-B",
        str(HERE), *sys.argv[1:]])


SKIPPED = 77


def make_sure():
    """Ends the program where the agents cannot be shut in."""
    if sys.platform != "linux":
        skip("this system has no network namespaces")
    for program, package in [("unshare", "util-linux"), ("ip", "iproute2")]:
        if not shutil.which(program):
            sys.exit(f"agents.py: '{program}' is missing, which the package {package} brings; install it")
    tried = subprocess.run(
        ["unshare", "--map-root-user", "--net", "ip", "link", "set", "lo", "up"],
        capture_output=True, text=True)
    if tried.returncode != 0:
        skip(f"the system allows no network namespace ({tried.stderr.strip()})")


def skip(reason):
    print("SKIPPED: the real agents are only asked where nothing else can be reached, and "
          f"{reason}", file=sys.stderr)
    sys.exit(SKIPPED)


def set_trap(file):
    """A port of loopback; what is sent to it ends up in the file."""
    trap = socket.create_server(("127.0.0.1", 0))

    def catch():
        while True:
            caught, _ = trap.accept()
            with caught, open(file, "ab") as log:
                caught.settimeout(2)
                try:
                    log.write(b"somebody came\n" + caught.recv(10_000) + b"\n")
                except OSError:
                    pass

    threading.Thread(target=catch, daemon=True).start()
    return trap.getsockname()[1]


def found(environment):
    """Where both agents are."""
    packages = next(pathlib.Path(environment).absolute().glob("lib/python3*/site-packages"), None)
    if packages is None:
        sys.exit(f"agents.py: '{environment}' is no Python environment")
    agents = {"claude": packages / "claude_agent_sdk" / "_bundled" / "claude",
              "codex": packages / "codex_cli_bin" / "bin" / "codex"}
    for name, path in agents.items():
        if not os.access(path, os.X_OK):
            sys.exit(f"agents.py: {name} is not installed in '{environment}': no program '{path}'")
    return {name: str(path) for name, path in agents.items()}


def main():
    agents = found(sys.argv[1])
    if INSIDE not in os.environ:
        make_sure()
        enter()
    environment = dict(os.environ, SPECCHECK_TEST_KEEPS_REQUESTS="1")
    server = subprocess.Popen([sys.executable, "-B", SERVER], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, env=environment)
    port = json.loads(server.stdout.readline())["ports"]["plain"]
    with tempfile.TemporaryDirectory() as folder:
        caught = os.path.join(folder, "caught")
        environment["SPECCHECK_TEST_AGENTS"] = json.dumps({
            **agents,
            "server": f"http://127.0.0.1:{port}", "trap": f"http://127.0.0.1:{set_trap(caught)}",
            "caught": caught,
        })
        try:
            sys.exit(subprocess.run(sys.argv[2:], env=environment).returncode)
        finally:
            server.stdin.close()
            server.wait()


main()
