"""Asks a server what it serves."""
import sys
from xmlrpc.client import ServerProxy

from show import show

with ServerProxy(sys.argv[1]) as proxy:
    show(proxy.system.listMethods)
    show(proxy.system.methodHelp, 'divide')
    show(proxy.system.methodHelp, 'bare')
    show(proxy.system.methodSignature, 'square')
    show(proxy.system.methodSignature, 'divide')
    show(proxy.system.methodSignature, 'bare')
    show(proxy.system.methodSignature, 'system.multicall')
    show(proxy.system.methodHelp, 'nonsense')
    show(proxy.system.methodSignature, 'nonsense')
    show(proxy.system.methodHelp)
    show(proxy.system.methodHelp, 3)
    show(proxy.nonsense, 1)
    for name, specification in sorted(proxy.system.getCapabilities().items()):
        print(name, sorted(specification.items()))
