"""CPython's server of XML-RPC with a thread a connection, on the port that is its argument, or on a free one, which its
first line tells."""
import sys
from socketserver import ThreadingMixIn
from xmlrpc.server import SimpleXMLRPCRequestHandler, SimpleXMLRPCServer


class Handler(SimpleXMLRPCRequestHandler):
    protocol_version = "HTTP/1.1"  # Connections are kept.


class Server(ThreadingMixIn, SimpleXMLRPCServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """Says nothing: a load that is over ends its connections."""


def add(*numbers):
    return sum(numbers)


def same(value):
    return value


with Server(("127.0.0.1", int("".join(sys.argv[1:]) or 0)), Handler, logRequests=False) as server:
    server.register_function(add, "addtogether")
    for name in ("structs", "texts", "ints", "base64"):
        server.register_function(same, name)
    print(server.server_address[1], flush=True)
    server.serve_forever()
