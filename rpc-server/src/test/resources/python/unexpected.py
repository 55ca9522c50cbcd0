"""Calls a method that fails, alone and as one of many."""
import sys
from xmlrpc.client import ServerProxy

from show import show

with ServerProxy(sys.argv[1]) as proxy:
    show(proxy.fail)
    show(proxy.system.multicall, [{'methodName': 'fail', 'params': []}, {'methodName': 'answer', 'params': []}])
