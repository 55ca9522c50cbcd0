"""The names and addresses of this machine and of HOST."""
import sys
from socket import getaddrinfo, gethostbyaddr, gethostbyname, gethostname

host = sys.argv[1]
print('hostname:', gethostname())
print('address:', gethostbyname(host))
print('reverse:', gethostbyaddr(gethostbyname(host))[0])
for family, kind, _, _, address in getaddrinfo(host, 'www'):
    if kind.name in ('SOCK_STREAM', 'SOCK_DGRAM'):
        print(family.name, kind.name, address[:2])
