"""Blocks: server, reply HEX, client PORT, or send PORT HEX."""
import sys
from socket import create_connection

from blocks import get_block, put_block
from ports import listening


def server():
    listener = listening()
    while True:
        connection, _ = listener.accept()
        try:
            while True:
                put_block(connection, get_block(connection).decode().upper().encode())
        except EOFError as e:
            print(e)
        connection.close()


def reply(raw):
    """Answers the first block that comes with bytes of any kind."""
    listener = listening()
    connection, _ = listener.accept()
    get_block(connection)
    connection.sendall(raw)
    connection.close()


def client(port):
    s = create_connection(('127.0.0.1', port))
    for line in sys.stdin:
        put_block(s, line.rstrip('\n').encode())
        print(get_block(s).decode())


def send(port, raw):
    s = create_connection(('127.0.0.1', port))
    s.sendall(raw)
    print(s.getsockname())


if sys.argv[1] == 'server':
    server()
elif sys.argv[1] == 'reply':
    reply(bytes.fromhex(sys.argv[2]))
elif sys.argv[1] == 'client':
    client(int(sys.argv[2]))
else:
    send(int(sys.argv[2]), bytes.fromhex(sys.argv[3]))
