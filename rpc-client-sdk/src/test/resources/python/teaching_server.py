"""The servers of the two documents in one: prints its port, and serves until its standard input ends."""
import sys
import threading
from functools import reduce
from math import sqrt
from operator import add as plus
from xmlrpc.client import Binary, Fault
from xmlrpc.server import SimpleXMLRPCServer


def addtogether(*things):
    return reduce(plus, things)


def quadratic(a, b, c):
    root = sqrt(b * b - 4.0 * a * c)
    return sorted({(-b - root) / 2.0 * a, (-b + root) / 2.0 * a})


def fail(code, text):
    raise Fault(code, text)


def size(thing):
    return len(thing.data) if isinstance(thing, Binary) else len(thing)


server = SimpleXMLRPCServer(
    ("127.0.0.1", 0),
    logRequests=False,
    allow_none=True,
    use_builtin_types="--builtin" in sys.argv,
)
server.register_introspection_functions()
if "--no-multicall" not in sys.argv:
    server.register_multicall_functions()
server.register_function(addtogether)
server.register_function(quadratic)
server.register_function(lambda x, y: x + y, "add")
server.register_function(lambda x, y: x - y, "subtract")
server.register_function(lambda x, y: x * y, "multiply")
server.register_function(lambda x, y: x // y, "divide")
server.register_function(lambda thing: thing, "echo")
server.register_function(lambda thing: type(thing).__name__, "type")
server.register_function(fail, "fail")
server.register_function(size, "size")
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
