"""Draws what a server streams, as Python's own client does: whole."""

import sys
import xmlrpc.client

server = xmlrpc.client.ServerProxy(sys.argv[1], use_builtin_types=True)
numbers = server.numbers(100000)
print(len(numbers), numbers[0], numbers[-1])
print(server.total([1, 2, 3]))
print(len(server.zeros(1000000)))
print(server.size(b"abc"))
print(server.system.methodSignature("total"), server.system.methodSignature("zeros"))
