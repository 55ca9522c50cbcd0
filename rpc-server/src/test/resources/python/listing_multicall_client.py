"""The client of the second document."""
import sys
import xmlrpc.client

proxy = xmlrpc.client.ServerProxy(sys.argv[1])
multicall = xmlrpc.client.MultiCall(proxy)
multicall.add(7, 3)
multicall.subtract(7, 3)
multicall.multiply(7, 3)
multicall.divide(7, 3)
result = multicall()

print("7+3=%d, 7-3=%d, 7*3=%d, 7//3=%d" % tuple(result))
