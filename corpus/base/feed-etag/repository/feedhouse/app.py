"""The WSGI application."""

from feedhouse import rss, shows


def application(environ, start_response):
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return refuse(start_response, "405 Method Not Allowed", [("Allow", "GET, HEAD")])
    path = environ.get("PATH_INFO", "")
    if not path.endswith(".xml"):
        return refuse(start_response, "404 Not Found")
    try:
        show = shows.read(path[1 : -len(".xml")])
    except shows.NoShow:
        return refuse(start_response, "404 Not Found")
    body = rss.render(show)
    start_response(
        "200 OK",
        [("Content-Type", "application/rss+xml"), ("Content-Length", str(len(body)))],
    )
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def refuse(start_response, status, headers=()):
    body = (status + "\n").encode()
    start_response(
        status,
        [("Content-Type", "text/plain"), ("Content-Length", str(len(body))), *headers],
    )
    return [body]
