"""Whole messages out of pieces: all of a number of bytes, and blocks with their length in front."""
from struct import Struct

header_struct = Struct('!I')


def recvall(sock, length):
    blocks = []
    while length:
        block = sock.recv(length)
        if not block:
            raise EOFError('socket closed with %d bytes left in this block' % length)
        length -= len(block)
        blocks.append(block)
    return b''.join(blocks)


def put_block(sock, message):
    sock.sendall(header_struct.pack(len(message)))
    sock.sendall(message)


def get_block(sock):
    (length,) = header_struct.unpack(recvall(sock, header_struct.size))
    return recvall(sock, length)
