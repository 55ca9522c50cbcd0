"""The least that is a server and a client: server, or client PORT."""
import socket
import sys

from ports import listening


def server():
    s = listening()
    while True:
        c, addr = s.accept()
        print('Got connection from', addr)
        c.send(b'Thank you for connecting')
        c.close()


def client(port):
    s = socket.socket()
    s.connect(('127.0.0.1', port))
    print(s.recv(1024))


if sys.argv[1] == 'server':
    server()
else:
    client(int(sys.argv[2]))
