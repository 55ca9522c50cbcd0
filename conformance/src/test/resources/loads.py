"""Reads lines of "call" or "response" and a document in base64; writes what loads() makes of each."""

import base64
import datetime
import decimal
import json
import math
import platform
import re
import sys
from xmlrpc.client import Binary, DateTime, Fault, loads


def typed(name, content):
    return {name: content}


def integer(number):
    if -2**31 <= number < 2**31:
        return typed("int", number)
    return typed("i8", number) if -2**63 <= number < 2**63 else typed("decimal", str(number))


def real(number):
    if math.isfinite(number):
        return typed("double", number)
    return typed("double", "NaN" if math.isnan(number) else "Infinity" if number > 0 else "-Infinity")


def time(text):
    """A date by its fields if it is spelt as specified; else Python keeps its text, whatever that is."""
    if re.fullmatch(r"\d{8}T\d\d:\d\d:\d\d", text):
        return typed("dateTime", f"{text[:4]}-{text[4:6]}-{text[6:]}")
    return typed("dateTime", "text " + text)


def members(struct):
    return [[name, value(struct[name])] for name in sorted(struct, key=str)]


def value(thing):
    match thing:
        case None:
            return typed("nil", None)
        case bool():
            return typed("boolean", thing)
        case int():
            return integer(thing)
        case float():
            return real(thing)
        case decimal.Decimal():
            whole = thing.is_finite() and thing.as_tuple().exponent == 0
            return integer(int(thing)) if whole else typed("decimal", str(thing))
        case str():
            return typed("string", thing)
        case DateTime():
            return time(thing.value)
        case Binary():
            return typed("base64", base64.b64encode(thing.data).decode())
        case list() | tuple():
            return typed("array", [value(element) for element in thing])
        case dict():
            return typed("struct", members(thing))
    raise AssertionError(type(thing))


def message(kind, document):
    try:
        params, name = loads(document)
    except Fault as fault:
        return {"fault": {"code": fault.faultCode, "text": fault.faultString, "members": []}}
    if kind == "call" or name is not None:
        return {"methodName": name, "params": [value(param) for param in params]}
    return {"result": value(params[0] if len(params) == 1 else params)}


def answer(line):
    kind, _, document = line.strip("\n").partition(" ")
    try:
        made = message(kind, base64.b64decode(document))
    except Exception as e:
        return "error " + type(e).__name__
    return json.dumps(made, separators=(",", ":"))


version = platform.python_version_tuple()
print(f"CPython {version[0]}.{version[1]}")
for line in sys.stdin:
    print(answer(line))
