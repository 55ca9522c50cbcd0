"""Mr Creosote: spew PORT, or bucket."""
import sys
from socket import AF_INET, SOCK_DGRAM, socket

from ports import datagrams

BUFSIZE = 1024


def spew(msg, port):
    s = socket(AF_INET, SOCK_DGRAM)
    s.bind(('127.0.0.1', 0))
    while msg:
        s.sendto(msg[:BUFSIZE], ('127.0.0.1', port))
        msg = msg[BUFSIZE:]


def bucket():
    s = datagrams()
    print('waiting on port: %s' % s.getsockname()[1])
    while True:
        data, _ = s.recvfrom(BUFSIZE)
        print(repr(data)[2:-1])


if sys.argv[1] == 'bucket':
    bucket()
else:
    spew(sys.stdin.buffer.read(), int(sys.argv[2]))
