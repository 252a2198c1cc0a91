"""What a real agent wrote, as it is kept for tests: one JSON file with status, output and errors."""

import json
import pathlib
import re

FOLDER = pathlib.Path(__file__).parents[1] / "ModelReviewersTests" / "AgentOutputs"

# what differs from run to run and from machine to machine; nothing reads it
DIFFERING = [
    (r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
     "00000000-0000-4000-8000-000000000000"),
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", "2026-01-01T00:00:00Z"),
    (r"127\.0\.0\.1:\d+", "127.0.0.1:8000"),
    (r"/(tmp|work|root|home)/[^\s\"\\)]*", "/home/user"),
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
        pieces += line.startswith('{"type":"stream_event"')
        if not line.startswith('{"type":"stream_event"') or pieces <= PIECES:
            yield scrubbed(line)


def save(agent, case, status, output, errors, answer=None):
    """`status` is negative for a signal; `answer` is the file with the last message, if there is one."""
    folder = FOLDER / agent
    folder.mkdir(parents=True, exist_ok=True)
    name = case.replace("~", "-")
    recorded = {"status": status, "errors": scrubbed(errors), "answer": answer,
                "output": list(kept(output.splitlines()))}
    (folder / f"{name}.json").write_text(
        json.dumps(recorded, indent=1, ensure_ascii=False) + "\n")
