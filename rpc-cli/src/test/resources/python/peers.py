"""Servers that describe themselves as the world does: Python's own, and one odd habit for each path.

Prints the ports of both, and serves until standard input ends.
"""
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xmlrpc.client import Fault, dumps, loads
from xmlrpc.server import DocXMLRPCServer

HOSTILE = [
    "*/ class X {}",
    "\\u002a/",
    "class",
    "toString",
    "wait",
    "1st",
    "a b",
    'quo"te',
    "a.b",
    "a_b",
    "aB",
    "\u03a9",
    "new\nline",
    "system.listMethods",
]
PERSON = {"name": "Ann", "born": 1970, "class": True, "tags": ["x"]}


def unsupported(name):
    return Fault(1, "<class 'Exception'>:method \"%s\" is not supported" % name)


class Odd(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        params, name = loads(body, use_builtin_types=True)
        try:
            answer = dumps((self.answer(name, params),), methodresponse=True, allow_none=True)
        except Fault as fault:
            answer = dumps(fault, methodresponse=True)
        answer = getattr(self, self.path[1:] + "_wire", str)(answer).encode("utf-8")
        self.send_response(200)
        self.send_header("Content-Type", "text/xml")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def answer(self, name, params):
        return getattr(self, self.path[1:])(name, *params)

    def flat(self, name, *params):
        """Supervisor: one flat signature, results of a batch bare."""
        if name == "system.multicall":
            return [self.flat(call["methodName"], *call["params"]) for call in params[0]]
        if name == "system.listMethods":
            return ["supervisor.startProcess"]
        if name == "system.methodSignature":
            return ["boolean", "string", "boolean"]
        if name == "system.methodHelp":
            return "Start a process\n\n@param string name  Process name\n"
        raise unsupported(name)

    def undef(self, name, *params):
        """xmlrpc-c: the word undef; no batch."""
        if name == "system.listMethods":
            return ["sample.add", "silent"]
        if name == "system.methodSignature":
            return "undef"
        if name == "system.methodHelp" and params[0] == "sample.add":
            return "No help is available for this method"
        raise unsupported(name)

    def examples(self, name, *params):
        """WordPress: values in place of types' names."""
        if name == "system.listMethods":
            return ["wp.getUser", "demo.addTwoNumbers", "demo.touch"]
        if name == "system.methodSignature":
            return {
                "wp.getUser": [PERSON, 42, "string"],
                "demo.addTwoNumbers": [3.1415, 42, True],
                "demo.touch": [["array"], "some text"],
            }[params[0]]
        if name == "system.methodHelp":
            return ""
        if name == "wp.getUser":
            return dict(PERSON, born=params[0])
        raise unsupported(name)

    def noisy(self, name, *params):
        """WordPress with a plug-in that prints behind the response."""
        return self.examples(name, *params)

    def noisy_wire(self, answer):
        return answer + "\n<b>Notice</b>: Undefined index"

    def mute(self, name, *params):
        """HomeMatic: no body from a method that has no result."""
        return ""

    def mute_wire(self, answer):
        return ""

    def epi(self, name, *params):
        """xmlrpc-epi: everything at once."""
        if name == "system.listMethods":
            return ["getState", "plain", "system.describeMethods"]
        if name == "system.describeMethods":
            state = [
                {"name": "name", "type": "string", "description": "the name"},
                {"name": "big city", "type": "string"},
                {"name": "area", "type": "struct", "member": [{"name": "km2", "type": "double"}]},
            ]
            return {
                "methodList": [
                    {
                        "name": "getState",
                        "purpose": "Tells of a state.",
                        "signatures": [
                            {
                                "params": [{"name": "number", "type": "int"}],
                                "returns": [{"type": "struct", "member": state}],
                            }
                        ],
                    },
                    {"purpose": "nobody"},
                ]
            }
        if name == "getState":
            return {"name": "Maine", "big city": "Portland", "area": {"km2": 91633.0}}
        raise unsupported(name)

    def none(self, name, *params):
        raise unsupported(name)

    def torn(self, name, *params):
        """A batch fails as a whole when one of its calls does."""
        if name == "system.multicall":
            raise Fault(1, "one of them failed")
        return self.undef(name, *params)

    def hostile(self, name, *params):
        if name == "system.listMethods":
            return HOSTILE
        if name == "system.methodSignature":
            return [["string", "evil */ type", "int"]]
        if name == "system.methodHelp":
            return "*/ class Evil { } \\u002a/ <script>alert(1)</script> {@code @see \u202e\x9b[31m"
        return "you called " + name

    def log_message(self, *args):
        pass


class Functions:
    def addtogether(self, *things):
        """Adds its arguments.

        As many as there are."""
        return sum(things)


odd = ThreadingHTTPServer(("127.0.0.1", 0), Odd)
odd.daemon_threads = True
doc = DocXMLRPCServer(("127.0.0.1", 0), logRequests=False)
doc.register_introspection_functions()
doc.register_multicall_functions()
doc.register_instance(Functions())
for server in (odd, doc):
    threading.Thread(target=server.serve_forever, daemon=True).start()
print(odd.server_address[1], doc.server_address[1], flush=True)
sys.stdin.read()
