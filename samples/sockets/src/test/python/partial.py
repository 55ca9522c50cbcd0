"""Large messages in many pieces: server BYTES, or client PORT BYTES."""
import sys
from socket import create_connection

from blocks import recvall
from ports import listening


def server(length):
    listener = listening()
    while True:
        connection, _ = listener.accept()
        print('received', len(recvall(connection, length)), 'bytes')
        connection.sendall(b'all %d' % length)
        connection.close()


def client(port, length):
    s = create_connection(('127.0.0.1', port))
    message = bytes(length)
    bytes_sent = 0
    while bytes_sent < len(message):
        message_remaining = message[bytes_sent:]
        bytes_sent += s.send(message_remaining)
    print('The server said', s.recv(1024))


if sys.argv[1] == 'server':
    server(int(sys.argv[2]))
else:
    client(int(sys.argv[2]), int(sys.argv[3]))
