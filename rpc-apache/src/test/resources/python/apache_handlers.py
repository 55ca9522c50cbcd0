"""Calls old handlers on a server of ours, and prints what comes back, line by line."""

import datetime
import sys
from xmlrpc.client import DateTime, Binary, Fault, MultiCall, ServerProxy

uri, extensions = sys.argv[1], sys.argv[2] == "true"
proxy = ServerProxy(uri, allow_none=extensions, use_builtin_types=True)


def show(value):
    print(repr(value))


values = [
    7, -2**31, True, "", " Zoë & <b> ]]> \U0001F600\n", 1.5, -1e-7, 1e10,
    datetime.datetime(1998, 7, 17, 14, 8, 55), b"", b"\x00\xff", [], [1, ["two", [3.0]]],
    {}, {"name": "Zoë", "tags": ["a"], "": {"x <y>": 1}},
]
if extensions:
    values += [None, [None, {"nothing": None}]]
for value in values:
    seen, back = proxy.echo(value)
    assert back == value and type(back) is type(value), (value, back)
    print(seen)

for call in (lambda: proxy.fail(), lambda: proxy.nobody(), lambda: proxy.echo()):
    try:
        show(call())
    except Fault as fault:
        print(fault.faultCode, fault.faultString.split(" under the id")[0])

batch = MultiCall(proxy)
batch.echo(1)
batch.fail()
results = batch()
show(results[0])
try:
    show(results[1])
except Fault as fault:
    print(fault.faultCode)
show(proxy.system.listMethods())
