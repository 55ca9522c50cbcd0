"""Makes many calls at once, good ones and bad."""
import sys
from xmlrpc.client import Fault, MultiCall, ServerProxy

from show import show, shown

with ServerProxy(sys.argv[1]) as proxy:
    batch = MultiCall(proxy)
    batch.add(7, 3)
    batch.divide(7, 0)
    batch.multiply('ab', 2)
    results = batch()
    print(shown(results[0]))
    try:
        results[1]
    except Fault as fault:
        print(f'fault {fault.faultCode}: {fault.faultString}')
    print(shown(results[2]))

    def all_of(*elements):
        """One element a line, between two calls that go well."""
        good = {'methodName': 'add', 'params': [1, 2]}
        answers = proxy.system.multicall([good, *elements, good])
        assert answers[0] == answers[-1] == [3], answers
        for answer in answers[1:-1]:
            print(shown(answer))

    all_of({'methodName': 'system.multicall', 'params': [[]]},
           {'methodName': 'answer'},
           {'methodName': 'add'},
           {'methodName': 'nonsense', 'params': []},
           'add',
           3,
           {'params': [1, 2]},
           {'methodName': 5, 'params': []},
           {'methodName': 'add', 'params': 'no array'},
           {'methodName': 'add', 'params': {}},
           {'methodName': 'add', 'params': [1, 'x']},
           {'methodName': 'control', 'params': []},
           {'methodName': 'nothing', 'params': []},
           {'methodName': 'wide', 'params': []},
           {'methodName': 'half', 'params': []},
           {'methodName': 'own', 'params': []},
           {'methodName': 'add', 'params': [1, 2], 'more': 'is passed over'})

    show(proxy.system.multicall, [])
    show(proxy.system.multicall)
    show(proxy.system.multicall, {'methodName': 'add', 'params': [1, 2]})
    add = {'methodName': 'add', 'params': [1, 2]}
    show(lambda: len(proxy.system.multicall([add] * 20)))
    show(proxy.system.multicall, [add] * 21)
