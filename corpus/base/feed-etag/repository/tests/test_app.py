import unittest

from feedhouse.app import application


def ask(path, method="GET", **environ):
    """Status, headers and body of one request; environ as WSGI names it."""
    answer = {}

    def start_response(status, headers):
        answer["status"] = status
        answer["headers"] = dict(headers)

    body = b"".join(
        application({"REQUEST_METHOD": method, "PATH_INFO": path, **environ}, start_response)
    )
    return answer["status"], answer["headers"], body


class Feeds(unittest.TestCase):
    def test_a_feed(self):
        status, headers, body = ask("/night-train.xml")
        self.assertEqual(status, "200 OK")
        self.assertEqual(headers["Content-Type"], "application/rss+xml")
        self.assertEqual(int(headers["Content-Length"]), len(body))

    def test_no_such_show(self):
        self.assertEqual(ask("/../app.xml")[0], "404 Not Found")

    def test_only_get_and_head(self):
        status, headers, _ = ask("/night-train.xml", method="POST")
        self.assertEqual(status, "405 Method Not Allowed")
        self.assertEqual(headers["Allow"], "GET, HEAD")
