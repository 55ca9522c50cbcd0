"""A web server that answers as the documents' captures have it; /cut.bin ends too early."""
from ports import listening

ROMEO = '''\
But soft what light through yonder window breaks
It is the east and Juliet is the sun
Arise fair sun and kill the envious moon
Who is already sick and pale with grief
'''

ROMEO_HEAD = '''\
HTTP/1.1 200 OK
Date: Sun, 14 Mar 2010 23:52:41 GMT
Server: Apache
Last-Modified: Tue, 29 Dec 2009 01:31:22 GMT
ETag: "143c1b33-a7-4b395bea"
Accept-Ranges: bytes
Content-Length: 167
Connection: close
Content-Type: text/plain

'''

PAGE_HEAD = '''\
HTTP/1.1 200 OK
Date: Thu, 08 Jan 2015 01:57:52 GMT
Last-Modified: Sun, 19 Jan 2014 14:25:43 GMT
Connection: close
Content-Type: text/html

'''

PAGE = '''\
<h1>The {0} Page</h1>
<p>If you like, you can switch to the <a
href="{1}">{2}
Page</a>.
</p>
'''

ANSWERS = {
    '/romeo.txt': (ROMEO_HEAD, ROMEO),
    '/page1.htm': (PAGE_HEAD, PAGE.format('First', 'page2.htm', 'Second')),
    '/page2.htm': (PAGE_HEAD, PAGE.format('Second', 'page1.htm', 'First')),
    '/away.htm': (PAGE_HEAD, '<a href="http://127.0.0.1:1/">away</a> <a href="::">bad</a>\n'),
    '/big.bin': ('HTTP/1.1 200 OK\nContent-Length: 20000\nConnection: close\n\n', 'x' * 20000),
    '/cut.bin': ('HTTP/1.1 200 OK\nContent-Length: 20000\nConnection: close\n\n', 'x' * 9000),
    '/cut.chunks': ('HTTP/1.1 200 OK\nTransfer-Encoding: chunked\nConnection: close\n\n', '5\r\nhello\r\n'),
    '/shut': ('', ''),
    '/romeo.txt?act=2': (ROMEO_HEAD, 'See how she leans her cheek upon her hand\n'),
    '/moved.txt': ('HTTP/1.1 302 Found\nLocation: /romeo.txt\nContent-Length: 0\nConnection: close\n\n', ''),
    '/dead.htm': (PAGE_HEAD, '<a href="nowhere.htm">dead</a> <a href="page2.htm">alive</a>\n'),
    '/blank.txt': (PAGE_HEAD, ' \n'),
    '/odd.txt': (PAGE_HEAD, ' it\'s\u00a0"odd" \\ \x1b[2J '),
}
MISSING = ('HTTP/1.1 404 Not Found\nContent-Length: 0\nConnection: close\n\n', '')

listener = listening()
while True:
    connection, _ = listener.accept()
    with connection, connection.makefile('rb') as request:
        path = request.readline().decode().split()[1]
        while request.readline().strip():
            pass
        head, body = ANSWERS.get(path, MISSING)
        connection.sendall(head.replace('\n', '\r\n').encode() + body.encode())
