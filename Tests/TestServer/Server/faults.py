"""What a model's server does: /VENDOR/SWITCH:SWITCH/..., each switch NAME or NAME~ARGUMENT~ARGUMENT.

`ok` changes nothing. Some switches change the reply (reply.py), some the way it is sent, some answer
with something else altogether.
"""

import asyncio
import email.utils
import json
import time
import zlib

import reply
import transport
from vendors import VENDORS, vendor_at

# requests seen for each token of `first`
seen = {}


class Play:
    """One request to one vendor, and what it asks to be played."""

    def __init__(self, exchange, vendor, switches):
        self.exchange = exchange
        self.vendor = vendor
        self.switches = switches
        self.asked = vendor.ask(exchange.request.json(), exchange.request.path.split("?")[0])
        self.text = reply.write(reply.Prompt(self.asked.system, self.asked.user), switches)

    def parts(self, end="stop"):
        """The answer as it goes over the wire, in one piece or in the pieces of a stream."""
        if self.streams:
            return self.vendor.stream(self.asked, self.text, end)
        whole = self.vendor.whole(self.asked, self.text, end)
        return whole and [json.dumps(whole, ensure_ascii=False)]

    @property
    def streams(self):
        return self.asked.streams and ("whole", []) not in self.switches

    @property
    def kind(self):
        return self.vendor.stream_kind if self.streams else "application/json"

    async def send(self, parts, kind=None):
        await self.start(parts, kind)
        await self.exchange.end_chunks()

    async def start(self, parts, kind=None):
        await self.exchange.start_chunks(kind=kind or self.kind)
        for part in parts:
            await self.exchange.chunk(part)

    async def fail(self, status, headers=(), body=None):
        await self.exchange.respond_json(
            self.vendor.error(status) if body is None else body, status, headers)


async def ok(play):
    await play.send(play.parts())


def ends(reason):
    async def answer(play):
        if parts := play.parts(reason):
            await play.send(parts)
        else:
            await play.exchange.respond(501, f"this vendor has no end called {reason}")
    return answer


async def status(play, code):
    await play.fail(int(code))


async def plain_status(play, code):
    """As a proxy on the way would answer."""
    await play.exchange.respond(int(code), f"<html><h1>{code}</h1></html>", "text/html")


async def retry_after(play, form, amount="1"):
    """429 with the delay in each of its forms."""
    body = play.vendor.error(429)
    forms = {
        "seconds": [("Retry-After", amount)],
        "date": [("Retry-After", email.utils.formatdate(time.time() + float(amount), usegmt=True))],
        "milliseconds": [("retry-after-ms", str(int(float(amount) * 1000)))],
        "gateway": [("llm_provider-retry-after", amount)],
        "garbage": [("Retry-After", "soon")],
        "body": [], "none": [],
    }
    if form == "body" and not isinstance(body["error"], dict):
        await play.exchange.respond(501, "this vendor's errors have no room for a delay")
        return
    if form == "body":
        body["error"]["details"] = [
            {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": f"{amount}s"}]
    await play.fail(429, forms[form], body)


async def quota(play):
    answer = play.vendor.quota()
    if answer is None:
        await play.exchange.respond(501, "this vendor has no quota")
        return
    code, body = answer
    await play.fail(code, body=body)


async def subscription_limit(play):
    """429 as a subscription's server says it: which limit, and until when."""
    await play.fail(429, [
        ("anthropic-ratelimit-unified-status", "rejected"),
        ("anthropic-ratelimit-unified-reset", str(int(time.time()) + 7_200)),
        ("anthropic-ratelimit-unified-representative-claim", "five_hour")])


async def overflow(play):
    code, body = play.vendor.overflow()
    await play.fail(code, body=body)


async def error_object(play):
    """Status 200, and an error for a body."""
    await play.exchange.respond_json(play.vendor.error(500))


async def error_event(play):
    """In the middle of the answer, and then an orderly end."""
    parts = play.parts()
    await play.send(parts[:len(parts) // 2] + [play.vendor.error_event()])


async def no_end(play):
    """The stream ends in good order, but before the answer does."""
    parts = play.parts()
    await play.send(parts[:len(parts) // 2])


async def unknown_events(play):
    extra = ("{\"made_up\": 1}\n" if play.vendor.stream_kind.endswith("ndjson")
             else ": alive\n\nevent: made_up\ndata: {\"type\": \"made_up\", \"new\": [1]}\n\n")
    await play.send([piece for part in play.parts() for piece in (extra, part)])


async def doubled_events(play):
    await play.send([piece for part in play.parts() for piece in (part, part)])


async def split_bytes(play):
    """Cut inside of characters and of events."""
    data = "".join(play.parts()).encode()
    await play.exchange.start_chunks(kind=play.kind)
    for start in range(0, len(data), 7):
        await play.exchange.chunk(data[start:start + 7])
    await play.exchange.end_chunks()


async def carriage_returns(play):
    await play.send([part.replace("\n", "\r\n") for part in play.parts()])


async def gzipped(play):
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    data = packer.compress("".join(play.parts()).encode()) + packer.flush()
    await play.exchange.respond(body=data, kind=play.kind, headers=[("Content-Encoding", "gzip")])


async def wrong_type(play):
    await play.send(play.parts(), kind="text/plain")


async def looks(play, path):
    """First has an agent read a file; the path is written with two underscores for each slash."""
    if play.vendor.has_looked(play.exchange.request.json()):
        await ok(play)
    else:
        await play.send(play.vendor.looking(play.asked, path.replace("__", "/")))


async def hang_in_body(play):
    parts = play.parts()
    await play.start(parts[:len(parts) // 2])
    await play.exchange.hang()


async def reset_in_body(play):
    parts = play.parts()
    await play.start(parts[:len(parts) // 2])
    await asyncio.sleep(0.05)
    play.exchange.reset()


async def short(play):
    """The connection is closed in good order, before the announced length is reached."""
    data = "".join(play.parts()).encode()
    await play.exchange.head(200, [("Content-Type", play.kind), ("Content-Length", len(data))])
    await play.exchange.send(data[:len(data) // 2])
    play.exchange.close()


async def stays_open(play):
    """All of the answer, and then neither more nor an end."""
    await play.start(play.parts())
    await play.exchange.hang()


async def alive_after_end(play):
    """As above, with signs of life."""
    await play.start(play.parts())
    for _ in range(600):
        await play.exchange.chunk("\n" if play.vendor.stream_kind.endswith("ndjson")
                                  else ": alive\n\n")
        await asyncio.sleep(0.1)
        if play.exchange.reader.at_eof():
            break
    await play.exchange.hang()


async def reset_after_end(play):
    await play.start(play.parts())
    await asyncio.sleep(0.05)
    play.exchange.reset()


async def error_stays_open(play):
    parts = play.parts()
    await play.start(parts[:len(parts) // 2] + [play.vendor.error_event()])
    await play.exchange.hang()


async def drip(play, period="1"):
    data = "".join(play.parts()).encode()
    await play.exchange.start_chunks(kind=play.kind)
    for byte in data:
        await play.exchange.chunk(bytes([byte]))
        await asyncio.sleep(float(period))
        if play.exchange.reader.at_eof():
            break
    await play.exchange.end_chunks()


async def slow(play, seconds):
    await asyncio.sleep(float(seconds))
    await ok(play)


async def large(play, size):
    await play.exchange.start_chunks(kind="application/json")
    await play.exchange.chunk("{\"text\": \"")
    await transport.send_letters(int(size), play.exchange.chunk)
    await play.exchange.chunk("\"}")
    await play.exchange.end_chunks()


async def redirect(play, code="307"):
    """To another name of this server, with a path where all is well."""
    host, _, port = play.exchange.request.header("host").partition(":")
    other = "localhost" if host != "localhost" else "127.0.0.1"
    parts = play.exchange.request.path.split("/")
    path = "/".join([*parts[:2], "ok", *parts[3:]])
    await play.exchange.respond(
        int(code), headers=[("Location", f"http://{other}:{port}{path}")])


def network(scenario):
    async def answer(play, *arguments):
        await scenario(play.exchange, *arguments)
    return answer


# how an answer is sent, or what is sent in its place; the first of a request's switches counts
PLAYERS = {
    "ok": ok, "length": ends("length"), "refusal": ends("refusal"), "filter": ends("filter"),
    "context": ends("context"), "status": status, "plain-status": plain_status,
    "retry-after": retry_after, "quota": quota, "subscription-limit": subscription_limit,
    "overflow": overflow,
    "error-object": error_object, "error-event": error_event, "no-end": no_end,
    "unknown-events": unknown_events, "doubled-events": doubled_events,
    "split-bytes": split_bytes, "carriage-returns": carriage_returns, "gzipped": gzipped,
    "wrong-type": wrong_type, "hang-in-body": hang_in_body, "reset-in-body": reset_in_body,
    "stays-open": stays_open, "alive-after-end": alive_after_end,
    "reset-after-end": reset_after_end, "error-stays-open": error_stays_open,
    "looks": looks, "short": short, "drip": drip, "slow": slow, "large": large, "redirect": redirect,
    "hang": network(transport.hang), "close": network(transport.close),
    "reset": network(transport.reset), "gzip-bomb": network(transport.gzip_bomb),
    "bad-gzip": network(transport.bad_gzip), "many-headers": network(transport.many_headers),
    "empty": network(transport.empty), "html": network(transport.html),
    "no-http": network(transport.no_http),
}


def switches_of(text):
    switches = [part.split("~") for part in text.split(":")]
    return [(name, arguments) for name, *arguments in switches]


def is_known(name):
    return (name in PLAYERS or name in reply.CHANGES or name in reply.TEXTS
            or name in ("whole", "first", "mark"))


async def play(exchange, parts):
    """Plays for the vendor that the first part of a path names; false when it names none."""
    vendor = vendor_at(parts[0], exchange.request.path.split("?")[0])
    if vendor is None or len(parts) < 2:
        return False
    switches = switches_of(parts[1])
    if not all(is_known(name) for name, _ in switches):
        return False
    if exchange.request.method == "GET" and parts[-1] in ("models", "tags"):
        # a list of models is not worth a fault of its own
        if switches[0][0] == "status":
            await exchange.respond_json(vendor.error(int(switches[0][1][0])),
                                        int(switches[0][1][0]))
        else:
            await exchange.respond_json(vendor.models())
        return True
    if (exchange.request.header("upgrade") or "").lower() == "websocket":
        # Codex tries this first, and then asks as everybody does
        await exchange.respond(426, "no WebSocket here")
        return True
    if not vendor.takes(exchange.request.path.split("?")[0]):
        await exchange.respond_json(vendor.error(404, message="no such route"), 404)
        return True
    # `first~N~TOKEN`: what is played is played to the first N requests, and then all is well
    for name, arguments in switches:
        if name == "first":
            count, token = arguments
            seen[token] = seen.get(token, 0) + 1
            if seen[token] > int(count):
                switches = [("ok", [])]
    request = Play(exchange, vendor, switches)
    for name, arguments in switches:
        if name in PLAYERS:
            await PLAYERS[name](request, *arguments)
            return True
    await ok(request)
    return True


def listing():
    return {
        "vendors": sorted(VENDORS), "answers": sorted(PLAYERS), "replies": sorted(reply.CHANGES),
        "texts": sorted(reply.TEXTS),
    }
