"""Primes counted in parts: worker, fragile (dies at its first part), stranger (cannot count), or client URL..."""
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from xmlrpc.client import ServerProxy
from xmlrpc.server import SimpleXMLRPCServer


def primes(start, stop):
    return sum(all(n % d for d in range(2, int(n ** 0.5) + 1)) for n in range(max(start, 2), stop))


def die(start, stop):
    os._exit(1)


def worker(function, name='primes'):
    server = SimpleXMLRPCServer(('127.0.0.1', 0), logRequests=False)
    server.register_function(function, name)
    print('port', server.server_address[1])
    server.serve_forever()


def client(urls):
    parts = zip(cycle(urls), range(0, 10000, 1000))
    with ThreadPoolExecutor(len(urls)) as threads:
        counts = threads.map(lambda part: ServerProxy(part[0]).primes(part[1], part[1] + 1000), parts)
        print('there are', sum(counts), 'primes below 10000')


if sys.argv[1] == 'worker':
    worker(primes)
elif sys.argv[1] == 'fragile':
    worker(die)
elif sys.argv[1] == 'stranger':
    worker(primes, 'zeros')
else:
    client(sys.argv[2:])
