"""Calls a server of XML-RPC from some threads for some seconds; prints how often and how long."""
import sys
import threading
import time
from xmlrpc.client import ServerProxy

uri, threads, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
counts = [0] * threads
start = time.monotonic()


def loop(index):
    with ServerProxy(uri) as server:
        while time.monotonic() - start < seconds:
            if server.addtogether(1, 2, 3, 4, 5) != 15:
                raise SystemExit("another answer")
            counts[index] += 1


workers = [threading.Thread(target=loop, args=(index,)) for index in range(threads)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(sum(counts), time.monotonic() - start)
