"""The documents' two servers as one, on a free port, whose number is the first line of the output.

It ends with its input, so that it does not outlive the program that started it.
"""
import operator
import sys
import threading
from functools import reduce
from math import sqrt
from xmlrpc.server import SimpleXMLRPCRequestHandler, SimpleXMLRPCServer


def addtogether(*things):
    return reduce(operator.add, things)


def quadratic(a, b, c):
    b24ac = sqrt(b*b - 4.0*a*c)
    return list(set([(-b-b24ac)/2.0*a, (-b+b24ac)/2.0*a]))


def add(x, y):
    return x + y


def subtract(x, y):
    return x - y


def multiply(x, y):
    return x * y


def divide(x, y):
    return x // y


class KeepAlive(SimpleXMLRPCRequestHandler):
    protocol_version = 'HTTP/1.1'


server = SimpleXMLRPCServer(('127.0.0.1', 0), requestHandler=KeepAlive, logRequests=False)
server.register_introspection_functions()
server.register_multicall_functions()
for function in (addtogether, quadratic, add, subtract, multiply, divide):
    server.register_function(function)


def end_with_input():
    sys.stdin.read()
    server.shutdown()


threading.Thread(target=end_with_input, daemon=True).start()
print(server.server_address[1], flush=True)
server.serve_forever()
