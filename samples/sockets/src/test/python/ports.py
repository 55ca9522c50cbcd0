"""Sockets on a port of loopback that the system chooses; the first line printed tells it."""
from socket import AF_INET, SO_REUSEADDR, SOCK_DGRAM, SOCK_STREAM, SOL_SOCKET, socket


def listening():
    listener = socket(AF_INET, SOCK_STREAM)
    listener.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    listener.bind(('127.0.0.1', 0))
    listener.listen(5)
    print('port', listener.getsockname()[1])
    return listener


def datagrams(host='127.0.0.1', port=0):
    box = socket(AF_INET, SOCK_DGRAM)
    box.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    box.bind((host, port))
    print('port', box.getsockname()[1])
    return box
