"""Models on loopback that cost next to nothing, so that they do not share the processor with who asks them.

They speak HTTP/1.1 and answer after a fixed time with the stream of events that the tests' server would
send: /VENDOR/slow~SECONDS/... Each vendor's stream is made once, from the first prompt that comes; into later
ones only the two codes of their prompt are put. So all plans of a run must have the same lines.

It prints one line of JSON as the tests' server does, and ends when its standard input does.
"""

import asyncio
import json
import os
import re
import socket
import sys
import threading
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Tests" / "TestServer" / "Server"))

import reply
from vendors import vendor_at

CODES = [re.compile(rb"nonce `([0-9a-f]{8})`"), re.compile(rb"digest_tail `([0-9a-f]{6})`")]
HEAD = (b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n")
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)

# by vendor: the codes of the first prompt, and all bytes of the answer to it
streams = {}


def answer(path, body):
    """The bytes of a whole response."""
    name = path.split("/")[1]
    codes = [found.group(1) for found in (code.search(body) for code in CODES)]
    if name not in streams:
        vendor = vendor_at(name, path)
        asked = vendor.ask(json.loads(body), path)
        text = reply.write(reply.Prompt(asked.system, asked.user), [])
        events = [event.encode() for event in vendor.stream(asked, text, "stop")]
        chunks = b"".join(b"%x\r\n%b\r\n" % (len(event), event) for event in events)
        streams[name] = codes, HEAD + chunks + b"0\r\n\r\n"
    first, stream = streams[name]
    for old, new in zip(first, codes):
        stream = stream.replace(old, new)
    return stream


class Connection(asyncio.Protocol):
    """One connection, on which one request follows the other."""

    def connection_made(self, transport):
        self.transport = transport
        self.received = bytearray()
        self.size = None
        plain = transport.get_extra_info("socket")
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def data_received(self, data):
        self.received += data
        if self.size is None:
            end = self.received.find(b"\r\n\r\n")
            if end < 0:
                return
            head = bytes(self.received[:end])
            self.path = head.split(b" ", 2)[1].decode()
            self.start = end + 4
            self.size = self.start + int(LENGTH.search(head).group(1))
        if len(self.received) < self.size:
            return
        body = bytes(self.received[self.start:self.size])
        del self.received[:self.size]
        self.size = None
        asyncio.get_running_loop().call_later(
            float(self.path.split("/")[2].split("~")[1]), self.send, answer(self.path, body))

    def send(self, response):
        if not self.transport.is_closing():
            self.transport.write(response)


async def run():
    server = await asyncio.get_running_loop().create_server(
        Connection, "127.0.0.1", 0, backlog=1024)
    print(json.dumps({"ports": {"plain": server.sockets[0].getsockname()[1]}}), flush=True)
    await asyncio.Event().wait()


def end_with_input():
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=end_with_input, daemon=True).start()
    asyncio.run(run())
