"""Calls the Java server whose address is the argument."""
import sys
from xmlrpc.client import Fault, ServerProxy

proxy = ServerProxy(sys.argv[1])
print("Python hears:", proxy.count("how many words are these"))
try:
    proxy.count(5)
except Fault as fault:
    print("Python hears:", fault.faultString)
