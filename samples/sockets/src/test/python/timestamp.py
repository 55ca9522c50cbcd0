"""A server made of a handler class, and its client: server, or client PORT."""
import socketserver
import sys
from socket import AF_INET, SOCK_STREAM, socket
from time import ctime


class MyRequestHandler(socketserver.StreamRequestHandler):
    def handle(self):
        print('...connected from:', self.client_address)
        self.wfile.write(('[%s] %s' % (ctime(), self.rfile.readline().decode())).encode())


def server():
    with socketserver.TCPServer(('127.0.0.1', 0), MyRequestHandler) as s:
        print('port', s.server_address[1])
        print('waiting for connection...')
        s.serve_forever()


def client(port):
    while True:
        s = socket(AF_INET, SOCK_STREAM)
        s.connect(('127.0.0.1', port))
        data = input('> ')
        if not data:
            break
        s.send(('%s\r\n' % data).encode())
        data = s.recv(1024)
        if not data:
            break
        print(data.decode().strip())
        s.close()


if sys.argv[1] == 'server':
    server()
else:
    client(int(sys.argv[2]))
