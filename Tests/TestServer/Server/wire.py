"""One connection of HTTP/1.1, close enough to the socket that every fault can be played."""

import asyncio
import json
import socket
import struct

REASONS = {
    200: "OK", 204: "No Content", 301: "Moved Permanently", 302: "Found", 307: "Temporary Redirect",
    400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found",
    408: "Request Timeout", 413: "Content Too Large", 422: "Unprocessable Content",
    426: "Upgrade Required",
    429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway",
    503: "Service Unavailable",
}


class Closed(Exception):
    """This side has closed the connection, or the other side has."""


class Request:
    def __init__(self, method, target, headers, body, connection, number):
        self.method = method
        # a proxy is asked for the whole URL; this one serves every host itself
        self.proxied = target.startswith("http://")
        self.path = "/" + target.split("/", 3)[3] if self.proxied else target
        self.headers = headers
        self.body = body
        # which connection it came over, and its number there: tells whether connections are kept
        self.connection = connection
        self.number = number

    def json(self):
        return json.loads(self.body)

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name), None)


class Exchange:
    """A request and the ways to answer it."""

    def __init__(self, request, reader, writer):
        self.request = request
        self.reader = reader
        self.writer = writer

    async def head(self, status, headers=()):
        lines = [f"HTTP/1.1 {status} {REASONS.get(status, 'Status')}"]
        lines += [f"{name}: {value}" for name, value in headers]
        await self.send(("\r\n".join(lines) + "\r\n\r\n").encode())

    async def respond(self, status=200, body=b"", kind="text/plain", headers=()):
        if isinstance(body, str):
            body = body.encode()
        headers = [("Content-Type", kind), ("Content-Length", len(body)), *headers]
        await self.head(status, headers)
        await self.send(body)

    async def respond_json(self, value, status=200, headers=()):
        await self.respond(status, json.dumps(value), "application/json", headers)

    async def start_chunks(self, status=200, kind="text/event-stream", headers=()):
        await self.head(
            status, [("Content-Type", kind), ("Transfer-Encoding", "chunked"), *headers])

    async def chunk(self, data):
        if isinstance(data, str):
            data = data.encode()
        await self.send(b"%x\r\n%b\r\n" % (len(data), data))

    async def end_chunks(self):
        await self.send(b"0\r\n\r\n")

    async def send(self, data):
        try:
            self.writer.write(data)
            await self.writer.drain()
            # a buffer with room left would not let the others go on
            await asyncio.sleep(0)
        except (ConnectionError, OSError) as error:
            raise Closed from error
        if self.writer.is_closing():
            raise Closed

    async def hang(self):
        """Until the client goes away; nothing waits for longer than a minute."""
        for _ in range(1200):
            await asyncio.sleep(0.05)
            if self.writer.is_closing() or self.reader.at_eof():
                break
        raise Closed

    def close(self):
        """An orderly end."""
        self.writer.close()
        raise Closed

    def reset(self):
        """An end with RST."""
        plain = self.writer.get_extra_info("socket")
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()
        raise Closed


async def read_head(reader):
    """The request line and the headers; None when the client closes, or speaks something else."""
    try:
        text = await reader.readexactly(1)
        if not text.isalpha():
            return None
        text += await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    first, *lines = text.decode("latin-1").rstrip("\r\n").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = [tuple(line.split(": ", 1)) if ": " in line else (line.rstrip(":"), "")
               for line in lines]
    return method, target, headers


async def serve_connection(reader, writer, number, play):
    """Answers one request after the other with `play` until either side closes."""
    plain = writer.get_extra_info("socket")
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    count = 0
    try:
        while head := await read_head(reader):
            count += 1
            method, target, headers = head
            size = next((int(value) for key, value in headers if key.lower() == "content-length"), 0)
            # this one leaves the body where it is, so that the client cannot go on sending
            body = b"" if target.startswith("/unread/") else await reader.readexactly(size)
            request = Request(method, target, headers, body, number, count)
            await play(Exchange(request, reader, writer))
    except (Closed, ConnectionError, asyncio.IncompleteReadError):
        pass
    finally:
        writer.close()
