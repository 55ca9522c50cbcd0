"""Text, its bytes, and the three policies for what does not fit."""
text = 'hello world'
print(text.encode('utf-8'))
print(repr(text.encode('utf-8').decode('utf-8')))
for policy in ('strict', 'ignore', 'replace'):
    try:
        print(policy + ':', '이광춘 abc'.encode('ascii', policy))
    except UnicodeEncodeError as e:
        print(policy + ': no such character in ASCII at position', e.start)
    try:
        print(policy + ':', repr(b'caf\xe9 noir'.decode('utf-8', policy)))
    except UnicodeDecodeError as e:
        print(policy + ': not UTF-8 at position', e.start)
print(b'12 13 14'.split())
for number in b'3.145 2.76'.split():
    print(float(number))
print(bytes(str(3.145), encoding='utf-8'))
