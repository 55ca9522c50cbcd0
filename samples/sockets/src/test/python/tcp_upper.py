"""Upper case over TCP: server, client PORT, or talk PORT with many sentences over one connection."""
import sys
from socket import AF_INET, SOCK_STREAM, socket

from ports import listening


def server():
    listener = listening()
    print('server ready')
    while True:
        connection, _ = listener.accept()
        message = connection.recv(2048).decode('utf-8')
        connection.send(message.upper().encode('utf-8'))
        connection.close()


def connect(port):
    s = socket(AF_INET, SOCK_STREAM)
    s.connect(('127.0.0.1', port))
    return s


def client(s):
    s.send(input('lowercase sentence:').encode('utf-8'))
    print(s.recv(2048).decode('utf-8'))


def talk(s):
    """The length of an answer is that of its sentence, so that it can be awaited whole."""
    for line in sys.stdin:
        sentence = line.rstrip('\n').encode('utf-8')
        s.sendall(sentence)
        answer = b''
        while len(answer) < len(sentence):
            more = s.recv(4096)
            if not more:
                raise EOFError('the server closed')
            answer += more
        print(answer.decode('utf-8'))


if sys.argv[1] == 'server':
    server()
else:
    {'client': client, 'talk': talk}[sys.argv[1]](connect(int(sys.argv[2])))
