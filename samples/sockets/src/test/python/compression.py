"""zlib: show, or the filters deflate and inflate."""
import sys
from zlib import compress, compressobj, decompressobj

TEXT = b'A very long test string to evaluate compression and how much it improves bandwidth usage'


def show():
    print(len(TEXT))
    data = compress(TEXT)
    print(data)
    print(len(data))
    print(decompressobj().decompress(data))


def stream(step, flush):
    source, target = sys.stdin.buffer, sys.stdout.buffer
    for piece in iter(lambda: source.read(4096), b''):
        target.write(step(piece))
    target.write(flush())


if sys.argv[1] == 'show':
    show()
elif sys.argv[1] == 'deflate':
    deflater = compressobj()
    stream(deflater.compress, deflater.flush)
else:
    inflater = decompressobj()
    stream(inflater.decompress, inflater.flush)
