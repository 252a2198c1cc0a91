import sys
from wsgiref.simple_server import make_server

from feedhouse.app import application

port = int(sys.argv[1]) if len(sys.argv) > 1 else 8080
with make_server("", port, application) as server:
    server.serve_forever()
