"""What a server can do to a client, whatever is asked: /SCENARIO/ARGUMENT/..."""

import asyncio
import gzip
import zlib


async def ok(exchange, *_):
    await exchange.respond(body="ok")


async def echo(exchange, *_):
    request = exchange.request
    await exchange.respond_json({
        "method": request.method, "path": request.path, "proxied": request.proxied,
        "headers": request.headers,
        "body": request.body.decode("utf-8", "replace"),
        "connection": request.connection, "number": request.number,
    })


async def status(exchange, code):
    headers = [("Retry-After", "7")]
    if code == "204":
        # a body would be taken for the next response
        await exchange.head(204, headers)
    else:
        await exchange.respond(int(code), f"status {code}", headers=headers)


async def hang(exchange, *_):
    await exchange.hang()


async def hang_in_head(exchange, *_):
    await exchange.send(b"HTTP/1.1 200 OK\r\nContent-")
    await exchange.hang()


async def hang_in_body(exchange, *_):
    await exchange.head(200, [("Content-Length", 100)])
    await exchange.send(b"begun")
    await exchange.hang()


async def drip(exchange, period, count):
    await exchange.head(200, [("Content-Length", count)])
    for _ in range(int(count)):
        await exchange.send(b".")
        await asyncio.sleep(float(period))


async def slow(exchange, seconds):
    await asyncio.sleep(float(seconds))
    await exchange.respond(body="late")


async def unread(exchange, *_):
    await exchange.hang()


async def close(exchange, *_):
    exchange.close()


async def close_after_one(exchange, *_):
    await exchange.respond(body="last")
    exchange.close()


async def reset(exchange, *_):
    exchange.reset()


async def reset_in_body(exchange, *_):
    await exchange.head(200, [("Content-Length", 100)])
    await exchange.send(b"begun")
    # what was sent must have arrived before the reset throws it away
    await asyncio.sleep(0.05)
    exchange.reset()


async def short(exchange, *_):
    await exchange.head(200, [("Content-Length", 100)])
    await exchange.send(b"begun")
    exchange.close()


async def short_chunks(exchange, *_):
    await exchange.start_chunks()
    await exchange.chunk(b"begun")
    exchange.close()


async def until_close(exchange, *_):
    await exchange.head(200)
    await exchange.send(b"all there is")
    exchange.close()


async def gzipped(exchange, *_):
    await exchange.respond(
        body=gzip.compress(b"inflated " * 1000), headers=[("Content-Encoding", "gzip")])


async def deflated(exchange, *_):
    await exchange.respond(
        body=zlib.compress(b"inflated " * 1000), headers=[("Content-Encoding", "deflate")])


async def bad_gzip(exchange, *_):
    await exchange.respond(body=b"no gzip at all", headers=[("Content-Encoding", "gzip")])


async def unknown_encoding(exchange, *_):
    await exchange.respond(body=b"?", headers=[("Content-Encoding", "rot13")])


async def gzip_bomb(exchange, *_):
    """Four GiB of zeros in four MiB."""
    await exchange.start_chunks(kind="application/json", headers=[("Content-Encoding", "gzip")])
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = bytes(1 << 20)
    for _ in range(4096):
        if data := packer.compress(zeros) + packer.flush(zlib.Z_SYNC_FLUSH):
            await exchange.chunk(data)
    await exchange.chunk(packer.flush())
    await exchange.end_chunks()


async def nested_gzip_bomb(exchange, *_):
    inner = gzip.compress(bytes(16 << 20), 1)
    await exchange.respond(
        body=gzip.compress(inner), headers=[("Content-Encoding", "gzip, gzip")])


async def large(exchange, size):
    """A body of known length."""
    await exchange.head(200, [("Content-Length", size)])
    await send_letters(int(size), exchange.send)


async def large_chunks(exchange, size):
    await exchange.start_chunks()
    await send_letters(int(size), exchange.chunk)
    await exchange.end_chunks()


async def send_letters(size, send):
    block = b"x" * 65536
    while size > 0:
        await send(block[:size])
        size -= len(block)


async def redirect(exchange, code):
    """To another name of this very server, where a client that follows would find a body."""
    host, _, port = exchange.request.header("host").partition(":")
    other = "localhost" if host != "localhost" else "127.0.0.1"
    await exchange.respond(int(code), "moved", headers=[("Location", f"http://{other}:{port}/ok")])


async def empty(exchange, *_):
    await exchange.respond()


async def no_content(exchange, *_):
    await exchange.head(204)


async def html(exchange, *_):
    await exchange.respond(body="<!doctype html><title>Sign in</title>", kind="text/html")


async def odd_headers(exchange, *_):
    await exchange.send(
        b"HTTP/1.1 200 OK\r\nX-Empty:\r\nX-Spaces: \t two words \t\r\nX-Twice: 1\r\nx-twice: 2\r\n"
        b"X-Bytes: caf\xc3\xa9 \xff\r\nContent-Length: 2\r\n\r\nok")


async def early_hints(exchange, *_):
    await exchange.send(b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n")
    await exchange.respond(body="ok")


async def large_headers(exchange, *_):
    """Much, and still what a client should take."""
    await exchange.respond(body="ok", headers=[(f"X-{n}", "v" * 1000) for n in range(60)])


async def huge_header(exchange, *_):
    await exchange.respond(body="ok", headers=[("X-Huge", "v" * (4 << 20))])


async def many_headers(exchange, *_):
    await exchange.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        await exchange.send(b"X-More: and more\r\n" * 1000)


async def many_heads(exchange, *_):
    while True:
        await exchange.send(b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n" * 500)


async def no_http(exchange, *_):
    await exchange.send(b"SSH-2.0-OpenSSH_9.2\r\n")
    exchange.close()


EVENTS = (
    "event: delta\ndata: {\"text\": \"grüße, 日本, 😀\"}\n\n: still here\n\n"
    "event: delta\r\ndata: one\r\ndata: two\r\n\r\ndata: last\r\r"
).encode()


async def sse(exchange, *_):
    await exchange.start_chunks()
    await exchange.chunk(EVENTS)
    await exchange.end_chunks()


async def sse_split(exchange, *_):
    """Each byte by itself."""
    await exchange.start_chunks()
    for byte in EVENTS:
        await exchange.chunk(bytes([byte]))
    await exchange.end_chunks()


async def sse_slow(exchange, period, count):
    await exchange.start_chunks()
    for number in range(int(count)):
        await exchange.chunk(f"data: {number}\n\n")
        await asyncio.sleep(float(period))
    await exchange.end_chunks()


async def sse_error(exchange, *_):
    await exchange.start_chunks()
    await exchange.chunk("data: begun\n\nevent: error\ndata: {\"type\": \"overloaded_error\"}\n\n")
    exchange.close()


SCENARIOS = {
    function.__name__.replace("_", "-"): function
    for function in [
        ok, echo, status, hang, hang_in_head, hang_in_body, drip, slow, unread, close,
        close_after_one, reset, reset_in_body, short, short_chunks, until_close, gzipped, deflated,
        bad_gzip, unknown_encoding, gzip_bomb, nested_gzip_bomb, large, large_chunks, redirect,
        empty, no_content, html, odd_headers, early_hints, large_headers, huge_header,
        many_headers, many_heads, no_http, sse, sse_split, sse_slow, sse_error,
    ]
}


async def play(exchange, parts):
    """Plays the scenario that the first part of a path names; false when there is none."""
    scenario = SCENARIOS.get(parts[0])
    if scenario is None:
        return False
    await scenario(exchange, *[part for part in parts[1:] if part])
    return True
