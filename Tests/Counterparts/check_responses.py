"""Holds what the test server answers against the vendors' own libraries: what our program is tested
with must be what the libraries' types describe.
"""

import json
import pathlib
import sys
import typing

import anthropic.types
import openai.types.chat
import openai.types.responses
import pydantic
from google.genai import types as gemini

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "TestServer" / "Server"))
import vendors  # noqa: E402

# one document, and one event of a stream
TYPES = {
    "anthropic": (anthropic.types.Message, anthropic.types.RawMessageStreamEvent),
    "openai": (openai.types.responses.Response, openai.types.responses.ResponseStreamEvent),
    "chat": (openai.types.chat.ChatCompletion, openai.types.chat.ChatCompletionChunk),
    "gemini": (gemini.GenerateContentResponse, gemini.GenerateContentResponse),
}
# the libraries want these, our program does without them, and so does the test server
LEFT_OUT_OF_RESPONSE = {"created_at": 1, "parallel_tool_calls": False, "tool_choice": "auto",
                        "tools": []}
LEFT_OUT_OF_DELTA = {"logprobs": []}
# sent by servers as a sign of life and in the libraries' documentation, but in no type
UNTYPED = {"ping", "error"}


def filled(value):
    """The value with the keys that are left out on purpose."""
    if value.get("object") == "response":
        return LEFT_OUT_OF_RESPONSE | value
    if value.get("type") == "response.output_text.delta":
        return LEFT_OUT_OF_DELTA | value
    if "response" in value:
        return value | {"response": LEFT_OUT_OF_RESPONSE | value["response"]}
    return value


def form(kind, value):
    """The member of a union of events that has this value's type, so that messages stay short."""
    members = typing.get_args(kind)
    while members and typing.get_origin(members[0]) is typing.Union:
        members = typing.get_args(members[0])
    for member in members:
        if hasattr(member, "model_fields") and "type" in member.model_fields:
            if value.get("type") in typing.get_args(member.model_fields["type"].annotation):
                return member
    return kind


def events(parts):
    for part in parts:
        for line in part.splitlines():
            if line.startswith("data: ") and line != "data: [DONE]":
                yield json.loads(line[len("data: "):])


def faults(vendor, value, kind):
    try:
        pydantic.TypeAdapter(form(kind, value)).validate_python(filled(value))
    except pydantic.ValidationError as error:
        yield f"{vendor}: {json.dumps(value)[:200]}\n{error}"


def check(name, ends=("stop", "length", "refusal", "filter", "context")):
    vendor = vendors.VENDORS[name]
    document, event = TYPES[name]
    asked = vendors.Asked("system", "user " * 2000, "some-model", True)
    count, broken = 0, []
    for end in ends:
        if whole := vendor.whole(asked, "{}", end):
            count += 1
            broken += faults(name, whole, document)
        for value in events(vendor.stream(asked, "{}", end) or []):
            if value.get("type") in UNTYPED:
                continue
            count += 1
            broken += faults(name, value, event)
    whole = vendor.whole(asked, "{}", "stop")
    if not list(faults(name, whole | {next(iter(whole)): 7}, document)):
        broken.append(f"{name}: a spoiled document is not noticed")
    return count, broken


def main():
    count, broken = 0, []
    for name in TYPES:
        more, found = check(name)
        count += more
        broken += found
    print("\n".join(broken + [f"{count} responses held against the libraries"]))
    sys.exit(1 if broken or count < 50 else 0)


main()
