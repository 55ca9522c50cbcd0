"""Makes the same calls of our server and of Python's, and tells where the answers differ.

usage: differential.py OURS THEIRS SEED CALLS, the servers as host:port

The output has a line for each function, `calls NAME total=N values=N faults=N`; one for each allowance that was
used, `allowed NAME N`; and one for each difference that no allowance explains, `difference ...`.
"""
import http.client
import math
import random
import re
import struct
import sys
import xmlrpc.client
from collections import Counter
from xmlrpc.client import Binary, DateTime, Fault

from calls import Calls
from roots import EveryNumber, Overflow, roots

FUNCTIONS = ['addtogether', 'quadratic', 'add', 'subtract', 'multiply', 'divide']
NOT_FINITE = re.compile(r'result(\[\d+\]|\.\w+|\[".*"\])*: (NaN|-?Infinity) is not finite'
                        r' \(Extension\.DOUBLE_NOT_FINITE allows it\)', re.DOTALL)
DATE_EXTENSION = re.compile(r'result(\[\d+\]|\.\w+|\[".*"\])*: .*\(Extension\.DATE_(FRACTION|ZONE) allows it\)',
                            re.DOTALL)


class Writer(xmlrpc.client.Marshaller):
    """Python's writer, which leaves integers their size, and a CR its being one when it is told to."""

    def __init__(self, keeps_cr):
        super().__init__(allow_none=True)
        self.keeps_cr = keeps_cr

    def dump_integer(self, value, write):
        kind = 'int' if -2**31 <= value < 2**31 else 'i8' if -2**63 <= value < 2**63 else 'biginteger'
        write(f'<value><{kind}>{value}</{kind}></value>\n')

    def dump_text(self, value, write):
        text = xmlrpc.client.escape(value)
        write(f'<value><string>{self.cr(text)}</string></value>\n')

    def dump_members(self, value, write):
        write('<value><struct>\n')
        for name, member in value.items():
            write(f'<member>\n<name>{self.cr(xmlrpc.client.escape(name))}</name>\n')
            self._Marshaller__dump(member, write)
            write('</member>\n')
        write('</struct></value>\n')

    def cr(self, text):
        return text.replace('\r', '&#13;') if self.keeps_cr else text

    dispatch = {**xmlrpc.client.Marshaller.dispatch, int: dump_integer, str: dump_text, dict: dump_members}


class Peer:
    """A server on a connection that is kept."""

    def __init__(self, address):
        self.connection = http.client.HTTPConnection(address, timeout=30)

    def answer(self, body):
        """A value in a form that can be compared, or a fault."""
        self.connection.request('POST', '/RPC2', body, {'Content-Type': 'text/xml'})
        response = self.connection.getresponse()
        reply = response.read()
        if response.status != 200:
            raise SystemExit(f'status {response.status} for {body!r}: {reply!r}')
        try:
            (value,), _ = xmlrpc.client.loads(reply)
        except Fault as fault:
            return fault
        return form(value)


def form(value):
    """The type and the content of a value; doubles by their bits, so that -0.0 is not 0.0."""
    if isinstance(value, bool):
        return 'boolean', value
    if isinstance(value, int):
        return 'int', value
    if isinstance(value, float):
        return 'double', 'nan' if math.isnan(value) else struct.pack('>d', value).hex()
    if isinstance(value, str):
        return 'string', value
    if isinstance(value, DateTime):
        return 'date', value.value
    if isinstance(value, Binary):
        return 'base64', value.data.hex()
    if isinstance(value, list):
        return 'array', tuple(form(element) for element in value)
    return 'struct', tuple(sorted((name, form(member)) for name, member in value.items()))


def changed(value_form, change):
    """The form with each text in it, names of members too, put through a change."""
    kind, content = value_form
    if kind == 'string':
        return kind, change(content)
    if kind == 'array':
        return kind, tuple(changed(element, change) for element in content)
    if kind == 'struct':
        return kind, tuple(sorted((change(name), changed(member, change)) for name, member in content))
    return value_form


def line_ends(text):
    """What an XML parser makes of a CR that is written as it is."""
    return text.replace('\r\n', '\n').replace('\r', '\n')


def has_not_finite(value_form):
    kind, content = value_form
    if kind == 'double':
        return content == 'nan' or math.isinf(struct.unpack('>d', bytes.fromhex(content))[0])
    if kind == 'array':
        return any(map(has_not_finite, content))
    return kind == 'struct' and any(has_not_finite(member) for _, member in content)


def dates(value_form):
    kind, content = value_form
    if kind == 'date':
        return [content]
    if kind == 'array':
        return [date for element in content for date in dates(element)]
    return [date for _, member in content for date in dates(member)] if kind == 'struct' else []


def explain(function, parameters, ours, theirs, keeps_cr):
    """None where the answers are the same, else the allowance that explains why not, or 'difference'."""
    if isinstance(ours, Fault):
        if ours.faultCode not in (-32602, -32500, -32603) or 'unexpectedly' in ours.faultString:
            return 'difference'
        if isinstance(theirs, Fault):
            return None
        if ours.faultCode == -32603 and NOT_FINITE.fullmatch(ours.faultString) and has_not_finite(theirs):
            return 'not-finite'
        if (ours.faultCode == -32603 and DATE_EXTENSION.fullmatch(ours.faultString)
                and any(len(date) > 17 for date in dates(theirs))):
            return 'date-extension'
        return 'difference'
    if isinstance(theirs, Fault):
        return 'count-over-64-bits' if repeats_nothing_too_often(function, parameters, ours) else 'difference'
    if ours == theirs:
        return None
    if function == 'quadratic' and ours == documented_order(parameters) and theirs == (ours[0], ours[1][::-1]):
        return 'set-order'
    if keeps_cr and theirs == changed(ours, line_ends):
        return 'carriage-return'
    return 'difference'


def documented_order(parameters):
    a, b, c = parameters
    root = math.sqrt(b*b - 4.0*a*c)
    return form([(-b-root)/2.0*a, (-b+root)/2.0*a])


def repeats_nothing_too_often(function, parameters, ours):
    if function != 'multiply' or ours not in (form(''), form([])):
        return False
    sequence, times = sorted(parameters, key=lambda value: isinstance(value, int))
    return not -2**63 <= times < 2**63 and (times < 0 or not sequence)


def expected_roots(parameters):
    """What quadratic.roots must answer: a form, or the code of a fault."""
    if len(parameters) != 3 or not all(isinstance(value, (int, float)) for value in parameters):
        return -32602
    if not all(math.isfinite(value) for value in parameters if isinstance(value, float)):
        return -32602
    try:
        return form(roots(*parameters))
    except EveryNumber:
        return -32500
    except Overflow:
        return -32603


def body(function, parameters, keeps_cr):
    parts = Writer(keeps_cr).dumps(tuple(parameters))
    return (f"<?xml version='1.0'?>\n<methodCall>\n<methodName>{function}</methodName>\n"
            f'{parts}</methodCall>\n').encode('utf-8')


def report(function, parameters, ours, theirs):
    print(f'difference {function}{tuple(map(show, parameters))!r}: ours {ours!r}, theirs {theirs!r}')


def show(value):
    return value.value if isinstance(value, DateTime) else value.data if isinstance(value, Binary) else value


def main():
    ours, theirs = Peer(sys.argv[1]), Peer(sys.argv[2])
    chance = random.Random(int(sys.argv[3]))
    calls = Calls(chance)
    allowed = Counter()
    for function in FUNCTIONS + ['quadratic.roots']:
        kinds = Counter()
        for _ in range(int(sys.argv[4])):
            parameters = calls.parameters(function)
            keeps_cr = chance.random() < 0.5
            request = body(function, parameters, keeps_cr)
            answer = ours.answer(request)
            kinds['faults' if isinstance(answer, Fault) else 'values'] += 1
            if function == 'quadratic.roots':
                expected = expected_roots(parameters)
                if (answer.faultCode if isinstance(answer, Fault) else answer) != expected:
                    report(function, parameters, answer, expected)
                continue
            other = theirs.answer(request)
            verdict = explain(function, parameters, answer, other, keeps_cr)
            if verdict == 'difference':
                report(function, parameters, answer, other)
            elif verdict:
                allowed[verdict] += 1
        print(f"calls {function} total={kinds.total()} values={kinds['values']} faults={kinds['faults']}")
    for name, count in sorted(allowed.items()):
        print(f'allowed {name} {count}')


main()
