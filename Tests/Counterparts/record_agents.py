"""Writes Tests/ModelReviewersTests/AgentOutputs anew: what the real agents write, asked by the program.

    agents.py ENVIRONMENT python3 -B record_agents.py SPECCHECK

Each case is a switch of the test server, played as the agent's model. The program starts this file in the
agent's place (`--as`), which starts the agent and keeps what it writes.
"""

import json
import os
import pathlib
import re
import signal
import stat
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve()
TESTS = HERE.parents[1]
OUTPUTS = TESTS / "ModelReviewersTests" / "AgentOutputs"
PLAN = TESTS / "ModelReviewersTests" / "HandMade" / "trim-blanks" / "plan.md"

# the server's switches, and the name of the record where that is another
CASES = {
    "ok": None, "approval": None, "unknown-answer": None, "refusal": None, "length": None,
    "overflow": None, "quota": None, "status~401": None, "status~404": None,
    "retry-after~seconds~1": "status-429", "status~500": None, "error-event": None,
    "reset-in-body": None, "hang": "interrupted",
}
OF_ONE = {
    "claude": {"context": None, "status~400": None, "status~529": None, "refused": "connection-refused",
               "not-logged-in": None, "subscription-limit": None},
    "codex": {"filter": None},
}

# what differs from run to run and from machine to machine; nothing reads it
DIFFERING = [
    (r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
     "00000000-0000-4000-8000-000000000000"),
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", "2026-01-01T00:00:00Z"),
    (r"127\.0\.0\.1:\d+", "127.0.0.1:8000"),
    (r"/mark~0/", "/"),
    (r"/(tmp|work|root|home|Users|private)/[^\s\"\\)']*", "/home/user"),
]
# pieces of an answer that are kept: they are passed by, and the whole answer follows
PIECES = 3


def scrubbed(text):
    for pattern, replacement in DIFFERING:
        text = re.sub(pattern, replacement, text)
    return text


def kept(lines):
    pieces = 0
    for line in lines:
        is_piece = line.startswith('{"type":"stream_event"')
        pieces += is_piece
        if not is_piece or pieces <= PIECES:
            yield scrubbed(line)


def stand_in(agent, case, real, arguments):
    """Runs the agent as the program wanted to, and keeps what it writes."""
    ran = subprocess.Popen([real, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE)
    try:
        output, errors = ran.communicate(sys.stdin.buffer.read(), timeout=3 if case == "hang" else 60)
    except subprocess.TimeoutExpired:
        ran.send_signal(signal.SIGINT)
        output, errors = ran.communicate()
    answer = None
    if "--output-last-message" in arguments:
        file = pathlib.Path(arguments[arguments.index("--output-last-message") + 1])
        answer = file.read_text() if file.exists() else None
    recorded = {
        "status": ran.returncode, "errors": scrubbed(errors.decode()), "answer": answer,
        "output": list(kept(output.decode().splitlines()))}
    name = (CASES | OF_ONE[agent])[case] or case.replace("~", "-")
    (OUTPUTS / agent / f"{name}.json").write_text(
        json.dumps(recorded, indent=1, ensure_ascii=False) + "\n")
    sys.stderr.buffer.write(errors)
    sys.stdout.buffer.write(output)
    sys.exit(ran.returncode)


def record(agent, case, speccheck, agents):
    base = "http://127.0.0.1:1" if case == "refused" else agents["server"]
    played = "ok" if case in ("refused", "not-logged-in") else case
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        starter = folder / "starter"
        url = {"claude": f"{base}/anthropic/{played}", "codex": f"{base}/openai/{played}/v1"}[agent]
        starter.write_text(
            f"#!/bin/sh\nexec '{sys.executable}' -B '{HERE}' --as {agent} '{case}' "
            f"'{agents[agent]}' \"$@\"\n")
        starter.chmod(starter.stat().st_mode | stat.S_IXUSR)
        model = {"claude": "claude-opus-5-5", "codex": "gpt-6-astra"}[agent]
        (folder / "config.yml").write_text(
            "reviewers:\n  asked: { kind: %s-cli, model: %s, baseURL: \"%s\"%s }\n" % (
                agent, model, url, ", apiKeyEnv: MY_KEY" if agent == "codex" else ""))
        environment = {
            "PATH": "/usr/bin:/bin", "HOME": str(folder), "SPECCHECK_HOME": str(folder),
            "SPECCHECK_CLAUDE": str(starter), "SPECCHECK_CODEX": str(starter),
            "MY_KEY": "sk-of-nobody-0123456789",
        }
        if case != "not-logged-in":
            environment["CLAUDE_CODE_OAUTH_TOKEN"] = "token-of-nobody-0123456789"
        ran = subprocess.run(
            [speccheck, PLAN, "-r", "asked", "-f", "json", "-q", "--timeout", "90"],
            env=environment, cwd=folder, capture_output=True)
        review = json.loads(ran.stdout)["reviews"][0]
        print(agent, case, review["status"], (review.get("failure") or {}).get("class"))


def record_options(agents):
    """The options that both name in their help, and no word of it beside."""
    asked = {"claude": ["--help"], "codex": ["exec", "--help"]}
    known = {}
    with tempfile.TemporaryDirectory() as home:
        for agent, words in asked.items():
            ran = subprocess.run([agents[agent], *words], capture_output=True, text=True, check=True,
                                 env={"PATH": "/usr/bin:/bin", "HOME": home, "TMPDIR": home})
            known[agent] = sorted(set(
                re.findall(r"(?<![\w-])--?[a-zA-Z][\w-]*(?:\[[\w-]+\])?", ran.stdout)))
    (OUTPUTS / "options.json").write_text(json.dumps(known, indent=1) + "\n")


def main():
    if sys.argv[1] == "--as":
        stand_in(*sys.argv[2:5], sys.argv[5:])
    agents = json.loads(os.environ["SPECCHECK_TEST_AGENTS"])
    record_options(agents)
    for agent, more in OF_ONE.items():
        for case in CASES | more:
            record(agent, case, pathlib.Path(sys.argv[1]).absolute(), agents)


main()
