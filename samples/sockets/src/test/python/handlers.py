"""Upper case by socketserver's handlers: udp-server, tcp-server, udp-client PORT, tcp-client PORT."""
import socketserver
import sys
from socket import AF_INET, SOCK_DGRAM, SOCK_STREAM, socket


class UdpHandler(socketserver.BaseRequestHandler):
    def handle(self):
        data, skt = self.request
        print(data.decode())
        skt.sendto(data.upper(), self.client_address)


class TcpHandler(socketserver.BaseRequestHandler):
    def handle(self):
        print('Connected:', self.client_address)
        while True:
            data = self.request.recv(1024)
            if data in (b'\r\n', b''):
                break
            print(data[:-2].decode())
            self.request.send(data.upper())


def serve(kind, handler):
    with kind(('127.0.0.1', 0), handler) as server:
        print('port', server.server_address[1])
        server.serve_forever()


def udp_client(port):
    data = input('Send: ')
    s = socket(AF_INET, SOCK_DGRAM)
    s.bind(('', 0))
    s.sendto(data.encode(), ('127.0.0.1', port))
    data, _ = s.recvfrom(1024)
    print('Recv:', data.decode())


def tcp_client(port):
    s = socket(AF_INET, SOCK_STREAM)
    s.connect(('127.0.0.1', port))
    while True:
        data = input('Send: ')
        s.send((data + '\r\n').encode())
        if data == '':
            break
        print(s.recv(1024)[:-2].decode())
    s.close()


role = sys.argv[1]
if role == 'udp-server':
    serve(socketserver.UDPServer, UdpHandler)
elif role == 'tcp-server':
    serve(socketserver.ThreadingTCPServer, TcpHandler)
elif role == 'udp-client':
    udp_client(int(sys.argv[2]))
else:
    tcp_client(int(sys.argv[2]))
