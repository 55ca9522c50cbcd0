"""The time, to whoever connects: server, or client PORT."""
import sys
import time
from socket import AF_INET, SOCK_STREAM, socket

from ports import listening


def server():
    s = listening()
    while True:
        client, addr = s.accept()
        print('Got a connection from ', addr)
        client.send(time.ctime(time.time()).encode())
        client.close()


def client(port):
    s = socket(AF_INET, SOCK_STREAM)
    s.connect(('127.0.0.1', port))
    tm = s.recv(1024)
    s.close()
    time.strptime(tm.decode(), '%a %b %d %H:%M:%S %Y')
    print('The time is', tm.decode())


if sys.argv[1] == 'server':
    server()
else:
    client(int(sys.argv[2]))
