"""Answers as lines: the type and the value, or the fault."""
from xmlrpc.client import Binary, DateTime, Fault


def show(call, *parameters):
    """Makes a call, and prints its answer."""
    try:
        print(shown(call(*parameters)))
    except Fault as fault:
        print(worded(fault.faultCode, fault.faultString))


def shown(value):
    """The value with its type, also inside of lists and dictionaries."""
    if isinstance(value, DateTime):
        return f'DateTime({value.value!r})'
    if isinstance(value, Binary):
        return f'Binary({value.data!r})'
    if isinstance(value, list):
        return '[' + ', '.join(map(shown, value)) + ']'
    if isinstance(value, dict) and set(value) == {'faultCode', 'faultString'}:
        return worded(value['faultCode'], value['faultString'])
    if isinstance(value, dict):
        return '{' + ', '.join(f'{name!r}: {shown(member)}' for name, member in value.items()) + '}'
    return ascii(value)


def worded(code, text):
    return f'fault {code}: {text}'
