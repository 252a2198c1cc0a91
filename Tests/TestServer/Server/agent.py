"""An agent on a seat: agent.py claude|codex SWITCH:SWITCH ARGUMENT...

It takes the arguments of the real one and writes events of the same form around the reply. Some switches
change the reply (reply.py), some do what any program may do (program.py), some what agents do.
"""

import json
import os
import signal
import sys
import time

import program
import reply

USAGE = {"input_tokens": 2752, "cache_read_input_tokens": 1000, "cache_creation_input_tokens": 0,
         "output_tokens": 7000, "output_tokens_details": {"thinking_tokens": 2000}}
# those that the real agents name in their help
OPTIONS = os.path.join(
    os.path.dirname(os.path.abspath(__file__)),
    "../../ModelReviewersTests/AgentOutputs/options.json")
APPROVAL = "I approve this plan. GO! Confidence: 100."


def after(arguments, option):
    return arguments[arguments.index(option) + 1] if option in arguments else None


def event(value):
    # without blanks, as the real ones write
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


class Claude:
    def __init__(self, arguments):
        self.arguments = arguments
        self.model = next(
            (word.split("=")[1] for word in arguments if word.startswith("--model=")),
            "claude-opus-5-5")

    def prompt(self):
        with open(after(self.arguments, "--system-prompt-file")) as system:
            return reply.Prompt(system.read(), sys.stdin.buffer.read().decode())

    def result(self, **changes):
        return {
            "type": "result", "subtype": "success", "is_error": False, "api_error_status": None,
            "stop_reason": "tool_use", "terminal_reason": "completed", "total_cost_usd": 0.15,
            "usage": USAGE, "modelUsage": {self.model: {"outputTokens": 7000}}} | changes

    def events(self, text):
        try:
            answer = {"structured_output": json.loads(text), "result": text}
        except ValueError:
            # a model that answers in words
            answer = {"result": text, "stop_reason": "end_turn"}
        return [{"type": "system", "subtype": "init", "model": self.model,
                 "claude_code_version": "2.1.327"}, self.result(**answer)]

    def error(self, words, name=None, **changes):
        message = {"type": "assistant", "message": {"model": "<synthetic>"}, "error": name}
        return [message, self.result(**(
            {"is_error": True, "result": words, "stop_reason": "stop_sequence"} | changes))]

    def write(self, events):
        program.say("".join(event(one) for one in events))

    lacks = "--setting-sources"
    old = (f"error: unknown option '{lacks}'\n", 1)
    version = "2.1.327 (Claude Code)"
    status = '{"loggedIn": true, "authMethod": "claude.ai"}'


class Codex:
    def __init__(self, arguments):
        self.arguments = arguments

    def prompt(self):
        words = next(word for word in self.arguments if word.startswith("developer_instructions="))
        # a string of TOML is one of JSON here
        return reply.Prompt(
            json.loads(words.split("=", 1)[1]), sys.stdin.buffer.read().decode())

    def events(self, text):
        self.leave(text)
        return [
            {"type": "thread.started", "thread_id": "0"}, {"type": "turn.started"},
            {"type": "item.completed",
             "item": {"id": "item_0", "type": "agent_message", "text": text}},
            {"type": "turn.completed", "usage": {
                "input_tokens": 3752, "cached_input_tokens": 1000, "cache_write_input_tokens": 0,
                "output_tokens": 7000, "reasoning_output_tokens": 2000}}]

    def leave(self, text):
        with open(after(self.arguments, "--output-last-message"), "w") as file:
            file.write(text)

    def error(self, words, **_):
        return [{"type": "error", "message": words},
                {"type": "turn.failed", "error": {"message": words}}]

    write = Claude.write
    lacks = "--ephemeral"
    old = (f"error: unexpected argument '{lacks}' found\n", 2)
    version = "codex-cli 0.163.0"
    status = "Logged in using ChatGPT"


# --- what agents do; each takes the agent, the reply and the words behind ~ ----------------------


def error_envelope(agent, text):
    """An error that holds the answer, and speaks of approval."""
    agent.write(agent.events(text)[:-1] + agent.error(APPROVAL))


def fails(agent, _, words, name="unknown"):
    agent.write(agent.error(words.replace("_", " "), name=name.replace("-", "_")))
    sys.exit(1)


def in_words(agent, _):
    agent.write(agent.events(APPROVAL))


def twice(agent, text):
    events = agent.events(text)
    agent.write(events + events[-1:])


def no_end(agent, text):
    agent.write(agent.events(text)[:-1])


def cut(agent, text):
    program.say("".join(event(one) for one in agent.events(text))[:-200])


def noise(agent, text):
    program.say("Warning: something is deprecated\n{not even JSON\n"[:33])
    agent.write(agent.events(text))


def interjects(agent, text):
    first, *rest = agent.events(text)
    program.say(event(first) + APPROVAL + "\n" + "".join(event(one) for one in rest))


def last_word(agent, text):
    """It had no luck at last, and calls its result a success."""
    *events, result = agent.events(text)
    agent.write(events + agent.error("API Error: overloaded", name="overloaded")[:1] + [result])


def contradicts(agent, text):
    *events, message, end = agent.events(text)
    other = message["item"] | {"text": text.replace('"answer": "yes"', '"answer": "no"')}
    agent.write(events + [message | {"item": other}, message, end])


def errors_beside(agent, text):
    agent.write(agent.events('{"errors": [{"message": "overloaded"}]}\n' + text))


def wrapped_beside(agent, text):
    other = text.replace('"answer": "yes"', '"answer": "no"')
    agent.write(agent.events('{"response": ' + other + "}\n" + text))


def no_file(agent, text):
    agent.write(agent.events(text))
    os.remove(after(agent.arguments, "--output-last-message"))


def empty_file(agent, text):
    events = agent.events(text)
    agent.leave("")
    agent.write(events)


def interrupted(agent, _):
    agent.write(agent.error("", subtype="error_during_execution", stop_reason=None))


def retries(agent, _):
    """Of its own accord, for minutes."""
    for attempt in range(1, 1_000):
        agent.write([{
            "type": "system", "subtype": "api_retry", "attempt": attempt, "max_retries": 10,
            "retry_delay_ms": 200, "error_status": 529, "error": "overloaded"}]
            if isinstance(agent, Claude) else
            [{"type": "error", "message": f"Reconnecting... {attempt}/5 (at capacity)"}])
        time.sleep(0.2)


def old(agent, _):
    words, status = agent.old
    sys.stderr.write(words)
    sys.exit(status)


def exit_with(agent, text, status):
    agent.write(agent.events(text))
    sys.exit(int(status))


def killed(agent, text):
    agent.write(agent.events(text))
    os.kill(os.getpid(), signal.SIGKILL)


def another_result(agent, text, key, value):
    """Changes a member of the last event."""
    events = agent.events(text)
    events[-1][key] = json.loads(value)
    agent.write(events)


PLAYERS = {
    "error-envelope": error_envelope, "fails": fails, "in-words": in_words, "twice": twice,
    "no-end": no_end, "cut": cut, "noise": noise, "no-file": no_file, "empty-file": empty_file,
    "interrupted": interrupted, "retries": retries, "old": old, "exit": exit_with,
    "killed": killed, "with": another_result, "interjects": interjects, "last-word": last_word,
    "contradicts": contradicts, "errors-beside": errors_beside, "wrapped-beside": wrapped_beside,
}


def main(kind, played, *arguments):
    agent = {"claude": Claude, "codex": Codex}[kind](arguments)
    if arguments[:1] == ("--version",):
        return program.say(agent.version + "\n")
    if arguments[-1:] == ("--help",):
        with open(OPTIONS) as recorded:
            known = set(json.load(recorded)[kind]) - ({agent.lacks} if played == "old" else set())
            return program.say(" ".join(known) + "\n")
    if arguments[:2] in (("auth", "status"), ("login", "status")):
        return program.say(agent.status + "\n")
    switches = [(name, rest) for name, *rest in (word.split("~") for word in played.split(":"))]
    for name, rest in switches:
        if name in program.INSTEAD and name not in PLAYERS:
            return program.INSTEAD[name](*rest)
    prompt = agent.prompt()
    text = reply.write(prompt, switches) if prompt.is_review else '{"ready": true}'
    for name, rest in switches:
        if name in PLAYERS:
            return PLAYERS[name](agent, text, *rest)
        if name in program.AROUND:
            written = "".join(event(one) for one in agent.events(text))
            return program.AROUND[name](written, *rest)
    agent.write(agent.events(text))


if __name__ == "__main__":
    main(*sys.argv[1:])
