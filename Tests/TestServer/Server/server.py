"""A server for tests on loopback, which plays each fault that a client must survive.

The path of a request says what is played, so that tests share nothing and run side by side:
/SCENARIO/... of transport.py, or /VENDOR/SWITCHES/... of faults.py.

It prints one line of JSON with its ports, and ends when its standard input does.
`server.py --list` prints what it can play.
"""

import asyncio
import collections
import itertools
import json
import os
import pathlib
import shutil
import socket
import sys
import tempfile
import threading

import certificates
import faults
import http2
import transport
import wire

connections = itertools.count(1)

# what came, for tests that ask for it: the last requests, each with method, path, headers and body
requests = collections.deque(maxlen=1_000)


async def play(exchange):
    if exchange.request.path == "/requests":
        await exchange.respond_json(list(requests))
        return
    if os.environ.get("SPECCHECK_TEST_KEEPS_REQUESTS"):
        request = exchange.request
        requests.append({"method": request.method, "path": request.path,
                         "headers": request.headers,
                         "body": request.body.decode("utf-8", "replace")})
    parts = exchange.request.path.split("?")[0].split("/")[1:]
    if not await transport.play(exchange, parts) and not await faults.play(exchange, parts):
        await exchange.respond(404, f"nothing is played at {exchange.request.path}")


async def serve(reader, writer):
    await wire.serve_connection(reader, writer, next(connections), play)


async def listen(handler, tls=None):
    """A port of the loopback interface."""
    # a request's head may be long, and 200 clients may come at once
    server = await asyncio.start_server(
        handler, "127.0.0.1", 0, ssl=tls, limit=1 << 20, backlog=1024)
    return server.sockets[0].getsockname()[1]


def closed_port():
    """A port that refuses connections: bound, and nobody listens."""
    holder = socket.socket()
    holder.bind(("127.0.0.1", 0))
    return holder, holder.getsockname()[1]


async def run(folder):
    made = certificates.Certificates(folder)
    holder, refused = closed_port()
    ports = {
        "plain": await listen(serve),
        "trusted": await listen(serve, made.context("trusted")),
        "selfSigned": await listen(serve, made.context("alone")),
        "elsewhere": await listen(serve, made.context("elsewhere")),
        "http2": await listen(http2.serve_connection, made.context("trusted", ["h2"])),
        "refused": refused,
    }
    print(json.dumps({"ports": ports, "authority": str(made.authority)}), flush=True)
    with holder:
        await asyncio.Event().wait()


def end_with_input(folder):
    """Whoever started the server holds its standard input open."""
    sys.stdin.buffer.read()
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def main():
    if sys.argv[1:] == ["--list"]:
        listing = {"scenarios": sorted(transport.SCENARIOS), **faults.listing()}
        print(json.dumps(listing, indent=2))
        return
    folder = pathlib.Path(tempfile.mkdtemp(prefix="speccheck-server-"))
    threading.Thread(target=end_with_input, args=[folder], daemon=True).start()
    asyncio.run(run(folder))


if __name__ == "__main__":
    main()
