"""Sends values and shows what comes back.

usage: echo.py URL plain|builtin|extended
"""
import sys
from datetime import datetime
from xmlrpc.client import Binary, DateTime, Marshaller, ServerProxy

from show import show

url, mode = sys.argv[1:]
MOMENT = datetime(1998, 7, 17, 14, 8, 55)
TEXTS = ['', ' ', '\n\t ', ']]>', '<&>"\'', '&amp;', 'a\u0301', '\u00fc\u4e2d', '\U0001f600', '\ufffd\ud7ff\ue000',
         'a\rb\r\nc']


def nested(levels, value):
    for level in range(levels):
        value = [value] if level % 2 else {'in': value}
    return value


def write_i8(_, value, write):
    write(f'<value><i8>{value}</i8></value>')


def plain(proxy):
    for value in [0, -1, 2**31 - 1, -2**31, True, False, 0.0, -0.0, 0.1, 1e300, -5e-324, 1.7976931348623157e308,
                  *TEXTS, DateTime('19980717T14:08:55'), DateTime(MOMENT), Binary(b''), Binary(b'\0\r\xff'),
                  [], [1, 'x', [True]], {}, {'b': 1, 'a': [{'': 2.5}]}, (1, 2)]:
        show(proxy.echo, value)
    print('every byte', proxy.echo(Binary(bytes(range(256)))).data == bytes(range(256)))
    deep = nested(30, 'bottom')
    print('30 levels', proxy.echo(deep) == deep)
    print('64 levels', proxy.echo(nested(64, 1)) == nested(64, 1))
    show(proxy.echo, nested(65, 1))


def builtin(proxy):
    for value in [MOMENT, b'\x00\xff', [MOMENT, {'data': b'abc'}]]:
        show(proxy.echo, value)


def extended(proxy):
    Marshaller.dispatch[int] = write_i8
    for value in [2**31, -2**63, 2**63 - 1, 5, None, [None, {'x': None, 'y': 2**40}]]:
        show(proxy.echo, value)


with ServerProxy(url, allow_none=mode == 'extended', use_builtin_types=mode == 'builtin') as server:
    {'plain': plain, 'builtin': builtin, 'extended': extended}[mode](server)
