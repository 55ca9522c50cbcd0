"""by-hand HOST PORT PATH, or with a URL: fetch, retrieve ... FILE, words."""
import sys
import urllib.request
from socket import AF_INET, SOCK_STREAM, socket


def by_hand(host, port, path):
    mysock = socket(AF_INET, SOCK_STREAM)
    mysock.connect((host, int(port)))
    mysock.send(('GET http://%s:%s%s HTTP/1.0\r\n\r\n' % (host, port, path)).encode())
    while True:
        data = mysock.recv(512)
        if len(data) < 1:
            break
        print(data.decode(), end='')
    mysock.close()


def fetch(url):
    for line in urllib.request.urlopen(url):
        print(line.decode().strip())


def retrieve(url, file):
    def tell(blocks, size, total):
        have = min(blocks * size, total)
        print('%d of %d bytes, %d %%' % (have, total, 100 * have // total))
    urllib.request.urlretrieve(url, file, tell)


def words(url):
    counts = dict()
    for line in urllib.request.urlopen(url):
        for word in line.decode().split():
            counts[word] = counts.get(word, 0) + 1
    print(counts)


roles = {'by-hand': by_hand, 'fetch': fetch, 'retrieve': retrieve, 'words': words}
roles[sys.argv[1]](*sys.argv[2:])
