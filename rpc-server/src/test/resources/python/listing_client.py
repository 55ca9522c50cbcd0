"""The client of the first document."""
import sys
from xmlrpc.client import ServerProxy

proxy = ServerProxy(sys.argv[1])
print(proxy.addtogether('x', 'y', 'z'))
print(proxy.addtogether(1, 2, 3, 4, 5))
print(proxy.quadratic(2, -4, 0))
print(proxy.quadratic(1, 2, 1))
