"""Broadcast on the loopback net: server PORT, or client PORT ANSWERS."""
import sys
from socket import AF_INET, SO_BROADCAST, SOCK_DGRAM, SOL_SOCKET, socket

from ports import datagrams

EVERYONE = '127.255.255.255'


def server(port):
    box = datagrams(EVERYONE, port)
    print('server ready')
    while True:
        message, client = box.recvfrom(2048)
        box.sendto(message.decode().upper().encode(), client)


def client(port, answers):
    box = socket(AF_INET, SOCK_DGRAM)
    box.setsockopt(SOL_SOCKET, SO_BROADCAST, 1)
    box.sendto(input('lowercase sentence:').encode(), (EVERYONE, port))
    box.settimeout(10)
    for _ in range(answers):
        modified, _ = box.recvfrom(2048)
        print(modified.decode())


if sys.argv[1] == 'server':
    server(int(sys.argv[2]))
else:
    client(int(sys.argv[2]), int(sys.argv[3]))
