"""Calls a service of records, enums, lists and dates, rightly and wrongly."""
import sys
from datetime import datetime
from xmlrpc.client import Binary, ServerProxy

from show import show

WHEN = datetime(2024, 2, 29, 12, 30, 0)


def order(**changes):
    """An order, changed as is said; a change to None takes the member away."""
    whole = {'id': 7, 'when': WHEN, 'note': 'in haste', 'prices': {'nut': 0.5, 'bolt': 2.0},
             'lines': [{'article': 'nut', 'count': 3, 'size': 'SMALL'},
                       {'article': 'bolt', 'count': 1, 'size': 'extra-large'}]}
    return {name: member for name, member in {**whole, **changes}.items() if member is not None}


with ServerProxy(sys.argv[1]) as proxy:
    shop = proxy.shop
    show(shop.confirm, order())
    show(shop.confirm, order(note=None, unknown=[1, {'is': 'passed over'}]))
    show(shop.total, order(), 'extra-large')
    show(shop.total, order(), 'SMALL')
    show(shop.nextDay, WHEN)
    show(shop.reversed, Binary(b'abc'))
    show(shop.sorted, [3, 1, 2])
    show(shop.grid, [[1, 2], [3]])
    show(shop.bySize, [{'article': 'nut', 'count': 3, 'size': 'SMALL'}])
    show(shop.counts, {'SMALL': 2, 'extra-large': 1})
    show(shop.find, 'nut')
    show(shop.find, 'nothing')
    show(shop.joined, '-', 'a', 'b', 'c')
    show(shop.joined, '-')
    show(proxy.system.methodSignature, 'shop.nextDay')
    show(proxy.system.methodHelp, 'shop.nextDay')
    print('--')
    show(shop.confirm, order(when='yesterday'))
    show(shop.confirm, order(when=None))
    show(shop.confirm, order(id='7'))
    show(shop.confirm, order(id=True))
    show(shop.confirm, order(note=5))
    show(shop.confirm, order(prices={'nut': 'dear'}))
    show(shop.confirm, order(prices=[]))
    show(shop.confirm, order(lines=[{'article': 'nut', 'count': 3, 'size': 'HUGE'}]))
    show(shop.confirm, order(lines=[{'article': 'nut', 'count': 3, 'size': 'SMALL'}, {'article': 'nut'}]))
    show(shop.confirm, order(lines=[{'article': 'nut', 'count': 0, 'size': 'SMALL'}]))
    show(shop.confirm, 'no order')
    show(shop.confirm)
    show(shop.confirm, order(), order())
    show(shop.total, order(), 'HUGE')
    show(shop.nextDay, '20240229T12:30:00')
    show(shop.reversed, 'abc')
    show(shop.sorted, [1, 2.5])
    show(shop.grid, [[1], ['x']])
    show(shop.counts, {'HUGE': 1})
    show(shop.joined)
    show(shop.joined, '-', 'a', 3)
