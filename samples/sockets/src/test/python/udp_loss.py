"""Datagrams that get lost: server DROP, or client PORT that sends again."""
import sys
from collections import Counter
from socket import AF_INET, SOCK_DGRAM, socket, timeout

from ports import datagrams


def server(drop):
    box = datagrams()
    seen = Counter()
    while True:
        message, client = box.recvfrom(2048)
        seen[client] += 1
        if seen[client] > drop:
            box.sendto(message.decode().upper().encode(), client)


def client(port):
    box = socket(AF_INET, SOCK_DGRAM)
    message = input('lowercase sentence:').encode()
    delay = 0.1
    while True:
        box.sendto(message, ('127.0.0.1', port))
        box.settimeout(delay)
        try:
            modified, _ = box.recvfrom(2048)
        except timeout:
            delay *= 2
            if delay > 2.0:
                raise RuntimeError('server seems down')
        else:
            break
    print(modified.decode())


if sys.argv[1] == 'server':
    server(int(sys.argv[2]))
else:
    client(int(sys.argv[2]))
