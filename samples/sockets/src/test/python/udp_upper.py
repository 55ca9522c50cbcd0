"""Upper case by datagrams: server, or client PORT."""
import sys
from socket import AF_INET, SOCK_DGRAM, socket

from ports import datagrams


def server():
    box = datagrams()
    print('server ready')
    while True:
        message, client = box.recvfrom(2048)
        box.sendto(message.decode('utf-8').upper().encode('utf-8'), client)


def client(port):
    box = socket(AF_INET, SOCK_DGRAM)
    message = input('lowercase sentence:').encode('utf-8')
    box.sendto(message, ('127.0.0.1', port))
    modified, _ = box.recvfrom(2048)
    print(modified.decode('utf-8'))


if sys.argv[1] == 'server':
    server()
else:
    client(int(sys.argv[2]))
