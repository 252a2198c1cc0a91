"""Holds the requests of `speccheck-dev requests` (standard input, one a line) against the vendors' own
libraries: each body must be one that the library's types allow, without a key that they do not know.
"""

import json
import sys
import typing

import anthropic.types
import openai.types.chat
import openai.types.responses
import pydantic
import typing_extensions
from google.genai import types as gemini

# what a vendor takes beyond the types of the library that it is used with
BEYOND_THE_TYPES = {"openrouter": {"provider": {"require_parameters": True}}}

CHAT = openai.types.chat.completion_create_params.CompletionCreateParamsStreaming
PARAMETERS = {
    "anthropic": anthropic.types.message_create_params.MessageCreateParamsStreaming,
    "openai": openai.types.responses.response_create_params.ResponseCreateParamsStreaming,
    "chat": CHAT,
    "openrouter": CHAT,
}


def unknown_keys(value, declared, path=""):
    """Keys that no form of the declared type has. pydantic passes over them in a TypedDict."""
    forms = list(alternatives(declared))
    if isinstance(value, dict):
        dictionaries = [form for form in forms if typing_extensions.is_typeddict(form)]
        if not dictionaries or any(is_open(form) for form in forms):
            return []
        # the form that a server would take it for is the one that leaves the least unknown
        return min((unknown_in(value, form, path) for form in dictionaries), key=len)
    if isinstance(value, list):
        items = [typing.get_args(form)[0] for form in forms
                 if typing.get_origin(form) in (list, typing.Iterable, *ITERABLES)
                 and typing.get_args(form)]
        if not items:
            return []
        return [key for index, item in enumerate(value)
                for key in min((unknown_keys(item, kind, f"{path}[{index}]") for kind in items),
                               key=len)]
    return []


ITERABLES = (typing.get_origin(typing.Iterable[int]), typing.get_origin(typing.Sequence[int]))


def unknown_in(value, form, path):
    hints = typing_extensions.get_type_hints(form)
    found = [f"{path}.{key}" for key in value if key not in hints]
    return found + [inner for key, part in value.items() if key in hints
                    for inner in unknown_keys(part, hints[key], f"{path}.{key}")]


def is_open(form):
    """A dictionary of anything, such as a JSON Schema."""
    return form in (dict, object, typing.Any) or typing.get_origin(form) in (
        dict, typing.get_origin(typing.Mapping[str, int]))


def alternatives(declared):
    """The members of a union, below whatever wraps it."""
    origin = typing.get_origin(declared)
    if origin in (typing_extensions.Required, typing_extensions.NotRequired,
                  typing_extensions.Annotated, typing.Annotated):
        yield from alternatives(typing.get_args(declared)[0])
    elif isinstance(declared, typing_extensions.TypeAliasType):
        yield from alternatives(declared.__value__)
    elif origin in (typing.Union, type(int | str)):
        for member in typing.get_args(declared):
            yield from alternatives(member)
    else:
        yield declared


def faults(kind, body):
    if kind == "gemini":
        return gemini_faults(body)
    if kind not in PARAMETERS:
        return None
    beyond = BEYOND_THE_TYPES.get(kind, {})
    own = {key: value for key, value in body.items() if beyond.get(key) != value}
    try:
        pydantic.TypeAdapter(PARAMETERS[kind]).validate_python(own)
    except pydantic.ValidationError as error:
        return [str(error)]
    return unknown_keys(own, PARAMETERS[kind])


def gemini_faults(body):
    """The models of this library refuse unknown keys by themselves."""
    try:
        gemini.GenerateContentConfig.model_validate({
            **body["generationConfig"], "systemInstruction": body["systemInstruction"]})
        for content in body["contents"]:
            gemini.Content.model_validate(content)
    except pydantic.ValidationError as error:
        return [str(error)]
    return [key for key in body
            if key not in ("contents", "systemInstruction", "generationConfig")]


def self_test(samples):
    """Every check can fail: a key added anywhere near the top is noticed."""
    for kind, body in samples.items():
        if kind in BEYOND_THE_TYPES or faults(kind, body) is None:
            continue
        for path in ([], *([key] for key, value in body.items() if isinstance(value, dict))):
            spoiled = json.loads(json.dumps(body))
            target = spoiled
            for key in path:
                target = target[key]
            target["made_up"] = 1
            if not faults(kind, spoiled):
                yield f"{kind}: a made-up key in {'.'.join(path) or 'the body'} is not noticed"


def main():
    lines = [json.loads(line) for line in sys.stdin]
    broken, checked, samples = [], 0, {}
    for line in lines:
        kind, request = line["kind"], line["request"]
        found = faults(kind, request["body"])
        if found is None:
            continue
        checked += 1
        samples[kind] = request["body"]
        broken += [f"{kind} ({request['form']}): {fault}" for fault in found]
    broken += self_test(samples)
    print("\n".join(broken + [f"{checked} of {len(lines)} requests held against the libraries"]))
    sys.exit(1 if broken or len(samples) < 5 else 0)


main()
