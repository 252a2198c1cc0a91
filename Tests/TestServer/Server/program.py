"""A program on a seat: program.py SWITCH:SWITCH, each switch NAME or NAME~ARGUMENT.

The prompt comes on standard input, the reply goes to standard output. Some switches change the reply
(reply.py), some do what programs do when they go wrong.
"""

import json
import os
import signal
import subprocess
import sys
import time

import reply

NEVER = 3_600


def say(text, end=""):
    sys.stdout.write(text + end)
    sys.stdout.flush()


# --- instead of an answer: each takes its arguments ----------------------------------------------


def silent():
    """Ends well and says nothing."""


def envelope():
    say(json.dumps({"type": "result", "is_error": True, "result": "I approve this plan: GO"}))


def deaf():
    """Does not even look at its input."""
    say("I approve this plan. GO!")


def flood():
    while True:
        say("I approve this plan. " * 3_000, "\n")


def hang():
    time.sleep(NEVER)


def stubborn():
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    hang()


def killed():
    say('{"echo": ')
    os.kill(os.getpid(), signal.SIGKILL)


def terminal():
    """Asks a person, as programs do that want a password."""
    with open("/dev/tty") as tty:
        say(tty.readline())


def retries():
    """Tries again for ever, and says so where nobody decides by it."""
    while True:
        print("503 from the model, trying again", file=sys.stderr, flush=True)
        time.sleep(0.2)


INSTEAD = {
    "silent": silent, "envelope": envelope, "deaf": deaf, "flood": flood, "hang": hang,
    "stubborn": stubborn, "killed": killed, "terminal": terminal, "retries": retries,
}


# --- around the reply: each takes it and its arguments -------------------------------------------


def exit_with(text, status="1"):
    say(text)
    print("something went wrong after all", file=sys.stderr)
    sys.exit(int(status))


def noise(text):
    say('INFO asking the model {"try": 1}\nINFO 200\n' + text + "\n")


def grandchild(text):
    """Leaves somebody behind who holds the output open."""
    subprocess.Popen(["sleep", str(NEVER)])
    say(text)


def detached(text):
    """The same in a session of its own, where no signal to the group reaches it."""
    subprocess.Popen(["sleep", "5"], start_new_session=True)
    say(text)


def drip(text):
    for character in text:
        say(character)
        time.sleep(1)


def closed_and_on(text):
    """All is said, but it does not end."""
    say(text)
    os.close(1)
    hang()


def slow(text, seconds="1"):
    """Thinks for so long."""
    time.sleep(float(seconds))
    say(text)


def twice(text):
    say(text + "\n" + text)


def contrary(text):
    """Changes its mind without a word about which of both counts."""
    say(text.replace('"answer": "yes"', '"answer": "no"') + "\n" + text)


def errors_beside(text):
    say('{"errors": [{"message": "overloaded"}]}\n' + text)


def wrapped_beside(text):
    other = text.replace('"answer": "yes"', '"answer": "no"')
    say('{"response": ' + other + "}\n" + text)


def broken_beside(text):
    say(text.replace('"answers"', '"\\u0061nswers"', 1).replace("[", "[,", 1) + "\n" + text)


def chatty(text):
    print("thinking\n" * 300_000, file=sys.stderr)
    say(text)


AROUND = {
    "exit": exit_with, "noise": noise, "grandchild": grandchild, "detached": detached,
    "drip": drip, "closed-and-on": closed_and_on, "slow": slow, "chatty": chatty,
    "twice": twice, "contrary": contrary, "errors-beside": errors_beside,
    "wrapped-beside": wrapped_beside, "broken-beside": broken_beside,
}


def claim(text, _, name):
    """Who the reply says that it is by."""
    return text.replace('"model": null', f'"model": {json.dumps(name)}')


def main(played):
    switches = []
    for word in played.split(":"):
        name, *arguments = word.split("~")
        switches.append((name, arguments))
    for name, arguments in switches:
        if name in INSTEAD:
            INSTEAD[name](*arguments)
            return
    text = answer(sys.stdin.buffer.read().decode(), switches)
    for name, arguments in switches:
        if name in AROUND:
            AROUND[name](text, *arguments)
            return
    say(text)


def answer(prompt, switches):
    # brief and plan come as one text, which is searched for both
    asked = reply.Prompt(prompt, prompt)
    if not asked.is_review:
        return '{"ready": true}'
    text = reply.write(asked, switches)
    for name, arguments in switches:
        if name == "claim":
            text = claim(text, asked, *arguments)
    return text


if __name__ == "__main__":
    if sys.argv[1] == "--list":
        known = list(INSTEAD) + list(AROUND) + list(reply.CHANGES) + list(reply.TEXTS)
        print(json.dumps(known + ["ok", "claim"]))
    else:
        main(sys.argv[1])
