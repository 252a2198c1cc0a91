"""How each vendor is asked and how it answers: whole, streamed, with an error.

`end` is why an answer ends: stop, length, refusal, filter or context. A vendor that has no such end
answers None, and nothing can be played.
"""

import json


class Asked:
    def __init__(self, system, user, model, streams, tool=None):
        self.system = system
        self.user = user
        self.model = model
        self.streams = streams
        # the tool that an agent wants the answer to be handed in with; None where text will do
        self.tool = tool
        # more than any tokenizer needs less than; equal prompts have equal counts
        self.input_tokens = (len(system.encode()) + len(user.encode())) // 4


OUTPUT_TOKENS = 7000
REASONING_TOKENS = 2000
CACHED_TOKENS = 1000


def pieces(text, size=500):
    return [text[start:start + size] for start in range(0, len(text), size)] or [""]


def text(content):
    """The text of what may be a string, a list of parts, or one part."""
    if isinstance(content, dict):
        return text(content.get("parts") or content.get("text"))
    if isinstance(content, list):
        return "".join(text(part) for part in content)
    return content or ""


def event(value, name=None):
    data = f"data: {json.dumps(value, ensure_ascii=False)}\n\n"
    return f"event: {name}\n{data}" if name else data


class Anthropic:
    stream_kind = "text/event-stream"
    stops = {"stop": "end_turn", "length": "max_tokens", "refusal": "refusal",
             "context": "model_context_window_exceeded"}
    statuses = {
        400: "invalid_request_error", 401: "authentication_error", 402: "billing_error",
        403: "permission_error", 404: "not_found_error", 413: "request_too_large",
        429: "rate_limit_error", 500: "api_error", 504: "timeout_error", 529: "overloaded_error",
    }

    def takes(self, path):
        return path.endswith("/v1/messages")

    def models(self):
        return {"data": [{"type": "model", "id": "claude-opus-5-5", "display_name": "Opus"}],
                "has_more": False, "first_id": "claude-opus-5-5", "last_id": "claude-opus-5-5"}

    def ask(self, body, path):
        user = text(body["messages"][0]["content"])
        # Claude Code has answers handed in by a tool of its own
        names = [tool.get("name") for tool in body.get("tools", [])]
        return Asked(text(body.get("system")), user, body["model"], body.get("stream"),
                     "StructuredOutput" if "StructuredOutput" in names else None)

    def answer(self, asked, text):
        """The block that holds an answer, empty, and its pieces: for a tool if one is wanted."""
        value = None
        if asked.tool:
            try:
                value = json.loads(text)
            except ValueError:
                pass
        if isinstance(value, dict):
            block = {"type": "tool_use", "id": "toolu_1", "name": asked.tool, "input": {}}
            return block, "input", value, [
                {"type": "input_json_delta", "partial_json": piece} for piece in pieces(text)]
        return {"type": "text", "text": ""}, "text", text, [
            {"type": "text_delta", "text": piece} for piece in pieces(text)]

    def has_looked(self, body):
        """Whether a tool has answered already."""
        return any(part.get("type") == "tool_result" for message in body["messages"]
                   if isinstance(message["content"], list) for part in message["content"])

    def looking(self, asked, path):
        """A stream that wants a file to be read first."""
        message = self.message(asked, "stop")
        block = {"type": "tool_use", "id": "toolu_0", "name": "Read", "input": {}}
        values = [
            {"type": "message_start", "message": message | {"stop_reason": None}},
            {"type": "content_block_start", "index": 0, "content_block": block},
            {"type": "content_block_delta", "index": 0, "delta": {
                "type": "input_json_delta", "partial_json": json.dumps({"file_path": path})}},
            {"type": "content_block_stop", "index": 0},
            {"type": "message_delta", "usage": message["usage"],
             "delta": {"stop_reason": "tool_use", "stop_sequence": None}},
            {"type": "message_stop"},
        ]
        return [event(value, value["type"]) for value in values]

    def message(self, asked, end):
        explained = {"type": "refusal", "category": "cyber", "explanation": "It might do harm."}
        return {
            "id": "msg_1", "type": "message", "role": "assistant", "model": asked.model,
            "content": [], "stop_reason": self.stops[end], "stop_sequence": None,
            "stop_details": explained if end == "refusal" else None,
            "usage": {
                "input_tokens": asked.input_tokens - CACHED_TOKENS,
                "cache_creation_input_tokens": 0, "cache_read_input_tokens": CACHED_TOKENS,
                "output_tokens": OUTPUT_TOKENS,
                "output_tokens_details": {"thinking_tokens": REASONING_TOKENS},
            },
        }

    def whole(self, asked, text, end):
        if end not in self.stops:
            return None
        block, key, value, _ = self.answer(asked, text)
        content = [{"type": "thinking", "thinking": "Let me see.", "signature": "c2ln"},
                   block | {key: value}]
        return self.ended_by(block, self.message(asked, end)) | {"content": content}

    def ended_by(self, block, message):
        if block["type"] == "tool_use" and message["stop_reason"] == "end_turn":
            message["stop_reason"] = "tool_use"
        return message

    def stream(self, asked, text, end):
        if end not in self.stops:
            return None
        block, _, _, deltas = self.answer(asked, text)
        message = self.ended_by(block, self.message(asked, end))
        start = message | {"stop_reason": None, "stop_details": None}
        values = [
            {"type": "message_start", "message": start},
            {"type": "content_block_start", "index": 0,
             "content_block": {"type": "thinking", "thinking": "", "signature": ""}},
            {"type": "ping"},
            {"type": "content_block_delta", "index": 0,
             "delta": {"type": "thinking_delta", "thinking": "Let me see."}},
            {"type": "content_block_stop", "index": 0},
            {"type": "content_block_start", "index": 1, "content_block": block},
            *[{"type": "content_block_delta", "index": 1, "delta": delta} for delta in deltas],
            {"type": "content_block_stop", "index": 1},
            {"type": "message_delta", "usage": message["usage"],
             "delta": {key: message[key] for key in
                       ("stop_reason", "stop_sequence", "stop_details")}},
            {"type": "message_stop"},
        ]
        return [event(value, value["type"]) for value in values]

    def error(self, status, kind=None, message="played by a test"):
        kind = kind or self.statuses.get(status, "api_error")
        return {"type": "error", "error": {"type": kind, "message": message}, "request_id": "r1"}

    def quota(self):
        error = self.error(429, message="You have reached your spend limit.")
        error["error"]["details"] = {"error_code": "enforced_spend_limit_reached"}
        return 429, error

    def overflow(self):
        return 400, self.error(400, message="prompt is too long: 1000001 tokens > 1000000 maximum")

    def error_event(self):
        return event(self.error(529, message="Overloaded"), "error")


class OpenAI:
    """The Responses API."""

    stream_kind = "text/event-stream"
    kinds = {401: "invalid_request_error", 403: "permission_error", 429: "rate_limit_exceeded"}

    def takes(self, path):
        return path.endswith("/responses")

    def models(self):
        return {"object": "list", "data": [
            {"id": "gpt-6.1-sol", "object": "model", "created": 1, "owned_by": "system"}]}

    def ask(self, body, path):
        # gateways send the texts as messages; so does Codex, with its own ones before ours
        items = body["input"] if isinstance(body["input"], list) else [
            {"role": "user", "content": body["input"]}]
        def said(*roles):
            return "\n\n".join(text(item["content"]) for item in items
                               if item.get("role") in roles and "content" in item)
        system = said("system", "developer") or body.get("instructions", "")
        return Asked(system, said("user"), body["model"], body.get("stream"))

    def has_looked(self, body):
        return any(item.get("type") == "function_call_output" for item in body["input"])

    def looking(self, asked, path):
        call = {"type": "function_call", "id": "fc_1", "call_id": "call_1",
                "name": "exec_command", "arguments": json.dumps({"cmd": f"cat '{path}'"})}
        response = self.response(asked, "", "stop") | {"output": [call]}
        begun = response | {"status": "in_progress", "output": [], "usage": None}
        values = [
            {"type": "response.created", "response": begun},
            {"type": "response.output_item.done", "output_index": 0, "item": call},
            {"type": "response.completed", "response": response},
        ]
        return [event(value, value["type"]) for value in values]

    def response(self, asked, text, end):
        part = ({"type": "refusal", "refusal": "I cannot help with that."} if end == "refusal"
                else {"type": "output_text", "text": text, "annotations": []})
        reasons = {"length": "max_output_tokens", "filter": "content_filter"}
        done = end in ("stop", "refusal")
        return {
            "id": "resp_1", "object": "response", "model": asked.model, "error": None,
            "status": "completed" if done else "incomplete",
            "incomplete_details": None if done else {"reason": reasons[end]},
            "output": [
                {"type": "reasoning", "id": "rs_1", "summary": []},
                {"type": "message", "id": "msg_1", "role": "assistant",
                 "status": "completed" if done else "incomplete", "content": [part]},
            ],
            "usage": {
                "input_tokens": asked.input_tokens, "output_tokens": OUTPUT_TOKENS,
                "input_tokens_details": {"cached_tokens": CACHED_TOKENS, "cache_write_tokens": 0},
                "output_tokens_details": {"reasoning_tokens": REASONING_TOKENS},
                "total_tokens": asked.input_tokens + OUTPUT_TOKENS,
            },
        }

    def whole(self, asked, text, end):
        return None if end == "context" else self.response(asked, text, end)

    def stream(self, asked, text, end):
        if end == "context":
            return None
        response = self.response(asked, text, end)
        message = response["output"][1]
        begun = response | {"status": "in_progress", "output": [], "usage": None,
                            "incomplete_details": None}
        place = {"item_id": "msg_1", "output_index": 1, "content_index": 0}
        word = "refusal" if end == "refusal" else "output_text"
        values = [
            {"type": "response.created", "response": begun},
            {"type": "response.in_progress", "response": begun},
            {"type": "response.output_item.added", "output_index": 1,
             "item": message | {"content": [], "status": "in_progress"}},
            *[{"type": f"response.{word}.delta", "delta": piece, "obfuscation": "x", **place}
              for piece in pieces(text)],
            {"type": "response.output_item.done", "output_index": 1, "item": message},
            {"type": f"response.{response['status']}", "response": response},
        ]
        return [event(value | {"sequence_number": number}, value["type"])
                for number, value in enumerate(values)]

    def error(self, status, kind=None, message="played by a test", code=None):
        kind = kind or self.kinds.get(
            status, "invalid_request_error" if status < 500 else "server_error")
        return {"error": {"message": message, "type": kind, "param": None, "code": code}}

    def quota(self):
        message = "You exceeded your current quota, please check your plan and billing details."
        return 429, self.error(429, "insufficient_quota", message, "insufficient_quota")

    def overflow(self):
        message = "Your input exceeds the context window of this model."
        return 400, self.error(400, None, message, "context_length_exceeded")

    def error_event(self):
        return event({"type": "error", "code": "server_error", "message": "played by a test",
                      "param": None, "sequence_number": 9}, "error")


class Chat(OpenAI):
    """Chat Completions, as OpenAI and many others speak it."""

    stops = {"stop": "stop", "length": "length", "filter": "content_filter", "refusal": "stop"}

    def takes(self, path):
        return path.endswith("/chat/completions")

    def ask(self, body, path):
        texts = {message["role"]: text(message["content"]) for message in body["messages"]}
        return Asked(texts.get("system", ""), texts["user"], body["model"], body.get("stream"))

    def usage(self, asked):
        return {
            "prompt_tokens": asked.input_tokens, "completion_tokens": OUTPUT_TOKENS,
            "total_tokens": asked.input_tokens + OUTPUT_TOKENS,
            "prompt_tokens_details": {"cached_tokens": CACHED_TOKENS},
            "completion_tokens_details": {"reasoning_tokens": REASONING_TOKENS},
        }

    def whole(self, asked, text, end):
        if end not in self.stops:
            return None
        refused = end == "refusal"
        message = {"role": "assistant", "content": None if refused else text,
                   "refusal": "I cannot help with that." if refused else None}
        return {
            "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": asked.model,
            "choices": [{"index": 0, "message": message, "finish_reason": self.stops[end],
                         "logprobs": None}],
            "usage": self.usage(asked),
        }

    def stream(self, asked, text, end):
        if end not in self.stops:
            return None
        frame = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1,
                 "model": asked.model}

        def choice(delta, reason=None):
            return event(frame | {"usage": None, "choices": [
                {"index": 0, "delta": delta, "finish_reason": reason}]})

        word = "refusal" if end == "refusal" else "content"
        return [
            choice({"role": "assistant", "content": ""}),
            *[choice({word: piece}) for piece in pieces(text)],
            choice({}, self.stops[end]),
            event(frame | {"choices": [], "usage": self.usage(asked)}),
            "data: [DONE]\n\n",
        ]

    def error_event(self):
        return event(self.error(500))


class Gemini:
    stream_kind = "text/event-stream"
    stops = {"stop": "STOP", "length": "MAX_TOKENS", "filter": "SAFETY"}
    statuses = {400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED",
                404: "NOT_FOUND", 429: "RESOURCE_EXHAUSTED", 503: "UNAVAILABLE"}

    def takes(self, path):
        return path.endswith((":generateContent", ":streamGenerateContent"))

    def models(self):
        return {"models": [{"name": "models/gemini-4-argon", "supportedGenerationMethods": [
            "generateContent"]}]}

    def ask(self, body, path):
        # the API reads both spellings
        system = text(body.get("systemInstruction") or body.get("system_instruction"))
        user = text(body["contents"][0])
        name = path.split("/models/")[1]
        return Asked(system, user, name.split(":")[0], ":stream" in name)

    def part(self, asked, parts, end=None):
        candidate = {"index": 0, "content": {"role": "model", "parts": parts}}
        if end:
            candidate["finishReason"] = self.stops[end]
        return {
            "candidates": [candidate], "modelVersion": asked.model, "responseId": "r1",
            "usageMetadata": {
                "promptTokenCount": asked.input_tokens, "cachedContentTokenCount": CACHED_TOKENS,
                # thinking is not inside the count of candidates
                "candidatesTokenCount": OUTPUT_TOKENS - REASONING_TOKENS,
                "thoughtsTokenCount": REASONING_TOKENS,
                "totalTokenCount": asked.input_tokens + OUTPUT_TOKENS,
            },
        }

    def whole(self, asked, text, end):
        if end not in self.stops:
            return None
        return self.part(asked, [{"text": "Let me see.", "thought": True}, {"text": text}], end)

    def stream(self, asked, text, end):
        if end not in self.stops:
            return None
        parts = [self.part(asked, [{"text": "Let me see.", "thought": True}])]
        parts += [self.part(asked, [{"text": piece}]) for piece in pieces(text)]
        return [event(part) for part in [*parts, self.part(asked, [{"text": ""}], end)]]

    def error(self, status, kind=None, message="played by a test"):
        kind = kind or self.statuses.get(status, "INTERNAL")
        return {"error": {"code": status, "message": message, "status": kind}}

    def quota(self):
        error = self.error(429, message="You exceeded your current quota.")
        error["error"]["details"] = [{
            "@type": "type.googleapis.com/google.rpc.QuotaFailure",
            "violations": [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel-FreeTier"}],
        }]
        return 429, error

    def overflow(self):
        return 400, self.error(
            400, message="The input token count (1048577) exceeds the maximum (1048576).")

    def error_event(self):
        return event(self.error(503, message="The model is overloaded."))


class Ollama:
    stream_kind = "application/x-ndjson"
    stops = {"stop": "stop", "length": "length"}

    def takes(self, path):
        return path.endswith("/api/chat")

    def models(self):
        return {"models": [{"name": "qwen3:8b", "model": "qwen3:8b"}]}

    def ask(self, body, path):
        texts = {message["role"]: text(message["content"]) for message in body["messages"]}
        return Asked(texts.get("system", ""), texts["user"], body["model"],
                     body.get("stream", True))

    def part(self, asked, text, end=None):
        part = {"model": asked.model, "created_at": "2026-01-01T00:00:00Z", "done": bool(end),
                "message": {"role": "assistant", "content": text}}
        if end:
            part |= {"done_reason": self.stops[end], "prompt_eval_count": asked.input_tokens,
                     "eval_count": OUTPUT_TOKENS}
        return part

    def whole(self, asked, text, end):
        return self.part(asked, text, end) if end in self.stops else None

    def stream(self, asked, text, end):
        if end not in self.stops:
            return None
        parts = [self.part(asked, piece) for piece in pieces(text)] + [self.part(asked, "", end)]
        return [json.dumps(part, ensure_ascii=False) + "\n" for part in parts]

    def error(self, status, kind=None, message="played by a test"):
        return {"error": message}

    def quota(self):
        return None

    def overflow(self):
        return 400, self.error(400, message="the input exceeds the available context size")

    def error_event(self):
        return json.dumps(self.error(500)) + "\n"


VENDORS = {"anthropic": Anthropic(), "openai": OpenAI(), "chat": Chat(), "gemini": Gemini(),
           "ollama": Ollama()}


def vendor_at(name, path):
    """The vendor of a path; OpenAI's own server has both of its APIs. None where nobody has the name."""
    vendor = VENDORS.get(name)
    both = (VENDORS["chat"], vendor) if name == "openai" else (vendor,)
    return next((one for one in both if one and one.takes(path)), vendor)
