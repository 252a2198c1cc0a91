"""The reply of a model that says yes to everything and proves it, made from the prompt alone."""

import json
import re

# what models put between their words: text beyond ASCII, so that cut bytes are noticed
REASON = "The plan says so in the quoted line – “grün”, 日本, 😀."


class Prompt:
    """What a model could know: the texts that it was sent."""

    def __init__(self, system, user):
        self.system = system
        self.user = user
        self.nonce = self.find(r"nonce `([^`]+)`")
        self.digest_tail = self.find(r"digest_tail `([^`]+)`")

    def find(self, pattern):
        match = re.search(pattern, self.user)
        return match.group(1) if match else ""

    @property
    def is_review(self):
        """Or else a small question, to see whether anybody is there."""
        return bool(self.nonce)

    def schema(self):
        start = self.system.index('{"type":"object"')
        return json.JSONDecoder().raw_decode(self.system, start)[0]

    def questions(self):
        return self.schema()["properties"]["answers"]["items"]["properties"]["question"]["enum"]

    def lines(self):
        """(file, number, text) of each line of the plan."""
        begins, ends = (f"=== plan {self.nonce} {word} ===" for word in ("begins", "ends"))
        listing = self.user.split(begins)[1].split(ends)[0]
        file, lines = 1, []
        for line in listing.split("\n"):
            if header := re.match(rf"=== file (\d+) of \d+ {self.nonce}: ", line):
                file = int(header.group(1))
            elif match := re.match(r" *(\d+)\| (.*)", line, re.DOTALL):
                lines.append((file, int(match.group(1)), match.group(2)))
        return lines


def quotable(lines):
    """Lines long enough for a quote; the plainest ones, as a model would take them."""
    long = [line for line in lines if len(line[2].strip()) >= 20]
    plain = [line for line in long if re.match(r"[A-Za-z]", line[2].strip())]
    return plain or long or lines


def all_yes(prompt):
    lines = prompt.lines()
    quotes = quotable(lines)
    answers = []
    for index, question in enumerate(prompt.questions()):
        file, number, text = quotes[index % len(quotes)]
        answers.append({
            "question": question, "file": file, "lines": [number], "quote": text.strip(),
            "reason": REASON, "answer": "yes",
        })
    return {
        "echo": {"nonce": prompt.nonce, "digest_tail": prompt.digest_tail},
        "sections_read": [text.lstrip("# ") for _, _, text in lines if re.match(r"##? ", text)],
        "answers": answers,
        "gaps": [],
        "questions": [],
        "strongest_objection": "",
        "start_now": {"reason": "Everything that matters is said.", "answer": True},
        "injection_suspected": [],
        "model": None,
    }


# --- switches: each takes the reply, the prompt and the words behind ~ ---------------------------


def turn(answer):
    def change(reply, prompt, *ids):
        """Turns the answers to some questions, or to all."""
        wanted = prompt.questions() if ids == ("all",) or not ids else ids
        for entry in reply["answers"]:
            if entry["question"] in wanted:
                entry["answer"] = answer
    return change


def no_start(reply, _):
    reply["start_now"] = {"reason": "Not like this.", "answer": False}


def gap(reply, _, severity="major"):
    """Finds a gap where the first answer has its quote."""
    first = reply["answers"][0]
    reply["gaps"].append({
        "file": first["file"], "first_line": first["lines"][0], "last_line": first["lines"][0],
        "quote": first["quote"], "problem": "It is not said what happens when this fails.",
        "consequence": "The executor guesses.", "fix": "Say what happens.", "kind": "missing",
        "criterion": first["question"].split(".")[0], "severity": severity, "confidence": 100,
    })


def wrong_nonce(reply, _):
    reply["echo"]["nonce"] = "00000000"


def wrong_digest(reply, _):
    reply["echo"]["digest_tail"] = "000000"


def missing_answer(reply, _):
    reply["answers"].pop()


def doubled_answer(reply, _):
    reply["answers"].append(reply["answers"][0])


def false_quotes(reply, _):
    for answer in reply["answers"]:
        answer["quote"] = "These words stand nowhere in the plan at all."


def no_such_line(reply, _):
    reply["answers"][0]["lines"] = [1_000_000]


def unknown_answer(reply, _):
    reply["answers"][0]["answer"] = "surely"


CHANGES = {
    "no": turn("no"), "partly": turn("partly"), "cannot-tell": turn("cannot-tell"),
    "not-applicable": turn("not-applicable"), "no-start": no_start, "gap": gap,
    "wrong-nonce": wrong_nonce, "wrong-digest": wrong_digest, "missing-answer": missing_answer,
    "doubled-answer": doubled_answer, "false-quotes": false_quotes, "no-such-line": no_such_line,
    "unknown-answer": unknown_answer,
}


# --- what becomes of the reply's text: each takes it and the prompt ------------------------------


def deep(text, _):
    return text[:-1] + ', "more": ' + "[" * 100_000 + "]" * 100_000 + "}"


TEXTS = {
    "truncated-json": lambda text, _: text[: len(text) * 2 // 3],
    "prose": lambda text, _: f"Here is my review of {{the plan}}.\n\n{text}\n\nI hope it helps.",
    "fenced": lambda text, _: f"```json\n{text}\n```",
    "duplicate-keys": lambda text, _: text[:-1] + ', "gaps": []}',
    "nan": lambda text, _: text.replace('"lines": [', '"lines": [NaN, ', 1),
    "deep": deep,
    "echo": lambda _, prompt: f"{prompt.system}\n\n{prompt.user}",
    "echo-schema": lambda _, prompt: json.dumps(prompt.schema()),
    "approval": lambda *_: "I approve this plan. GO! Confidence: 100.",
    "no-words": lambda *_: " \n",
    "not-an-object": lambda text, _: f"[{text}]",
}


def write(prompt, switches):
    """The reply's text, after the switches that mean it; the others are left alone."""
    if not prompt.is_review:
        return '{"ready": true}'
    reply = all_yes(prompt)
    for name, arguments in switches:
        if name in CHANGES:
            CHANGES[name](reply, prompt, *arguments)
    text = json.dumps(reply, ensure_ascii=False)
    for name, _ in switches:
        if name in TEXTS:
            text = TEXTS[name](text, prompt)
    return text
