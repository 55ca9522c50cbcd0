"""A writer of lines and a server that prints them: server, or client PORT."""
import socket
import sys

from ports import listening


def server():
    with listening() as s:
        conn, addr = s.accept()
        print('Connection from:', conn, 'Address', addr)
        while True:
            data = conn.recv(1024)
            if not data:
                break
            print(data.decode('UTF-8'))


def client(port):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
        s.connect(('127.0.0.1', port))
        myinput = b'?:'
        while myinput:
            s.send(myinput)
            myinput = bytes(input('?:'), 'utf-8')


if sys.argv[1] == 'server':
    server()
else:
    client(int(sys.argv[2]))
