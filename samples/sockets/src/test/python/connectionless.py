"""Upper case by datagrams, and who speaks with whom: server, or client PORT."""
import sys
from socket import AF_INET, SOCK_DGRAM, socket

from ports import datagrams


def server():
    s = datagrams()
    while True:
        data, addr = s.recvfrom(1024)
        print('Connection from', addr)
        s.sendto(data.upper(), addr)


def client(port):
    s = socket(AF_INET, SOCK_DGRAM)
    s.bind(('127.0.0.1', 0))
    print('using', s.getsockname())
    s.sendto(b'MixedCaseString', ('127.0.0.1', port))
    data, addr = s.recvfrom(1024)
    print('received', data.decode(), 'from', addr)


if sys.argv[1] == 'server':
    server()
else:
    client(int(sys.argv[2]))
