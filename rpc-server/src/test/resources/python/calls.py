"""Calls of the built-in functions, as many and as odd as a seed makes them."""
import math
import struct
from xmlrpc.client import Binary, DateTime

INT_EDGES = [0, 1, -1, 2, -2, 3, 7, -7, 10, 255, 65536, 46340, 46341, -46341,
             2**31 - 1, 2**31 - 2, 2**30, -2**31, -2**31 + 1, -2**30]
WIDE_EDGES = [2**31, 2**31 + 1, -2**31 - 1, 2**32, -2**32, 2**53 + 1, 2**62,
              2**63 - 1, -2**63, 3**50, -3**50, 10**400, -10**400]
REAL_EDGES = [0.0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.1, 0.2, 0.3, 1.0, -1.0, 3.0, 1e15, 1e16,
              1e22, 1e23, 2.0**53, 1e100, 1e154, 1e155, -1e200, 1e300, 1.7976931348623157e308,
              -1.7976931348623157e308, 2.2250738585072014e-308, 2.225073858507201e-308, 5e-324,
              -5e-324, 1e-300, 1e-160, 1e-5, 9.999e-5, 0.001]
TEXT_PARTS = ['', ' ', '  x ', '\t', '\n', ' \n ', '<', '>', '&', '&amp;', '&#13;', '"', "'", ']]>',
              '<![CDATA[x]]>', '<!--', '-->', '<?x?>', 'x', 'abc', '0', '1', 'a\u0301', 'e\u0301\u0323',
              '\u00e9', '\u0085', '\u2028', '\u00a0', '\u200d', '\ufeff', '\ud7ff', '\ue000', '\ufffd',
              '\U0001f600', '\U0001f468\u200d\U0001f469', '\U0010ffff', '\U0001fffe', '\u0800', '\x7f']
CR_PARTS = ['\r', '\r\n', 'a\rb', '\n\r', '\r\r\n']
DATES = ['19980717T14:08:55', '00010101T00:00:00', '99991231T23:59:59', '20240229T12:30:00']
ODD_DATES = ['19980717T14:08:55.25', '19980717T14:08:55Z', '19980717T14:08:55+0200']
FITTING = 0.75


class Calls:
    """Makes calls with one source of chance."""

    def __init__(self, chance):
        self.chance = chance

    def parameters(self, function):
        """The parameters of one call: mostly such as fit, else of any kinds and any number."""
        if self.chance.random() < FITTING:
            return getattr(self, function.replace('.', '_'))()
        usual = 3 if function.startswith('quadratic') else 2
        count = usual if self.chance.random() < 0.7 else self.chance.randrange(6)
        odd = [self.small() for _ in range(count)]
        if function == 'multiply' and any(isinstance(value, (str, list)) for value in odd):
            # Python would build what it is told to, gigabytes too.
            odd = [self.times() if isinstance(value, int) else value for value in odd]
        return odd

    def addtogether(self):
        kind = self.chance.choice([self.number, self.number, self.text, self.array, self.any])
        count = 1 if kind == self.any else self.chance.choice([1, 2, 2, 3, 4, 8])
        return [kind() for _ in range(count)]

    def add(self):
        kind = self.chance.choice([self.number, self.number, self.number, self.text, self.array])
        return [kind(), kind()]

    def subtract(self):
        return [self.number(), self.number()]

    def multiply(self):
        if self.chance.random() < 0.7:
            return [self.number(), self.number()]
        pair = [self.chance.choice([self.text, self.array])(), self.times()]
        self.chance.shuffle(pair)
        return pair

    def divide(self):
        if self.chance.random() < 0.3:
            divisor = self.number()
            return [self.product(divisor), divisor]
        return [self.number(), self.number()]

    def quadratic(self):
        shape = self.chance.randrange(5)
        if shape == 0:
            b = 2 * self.chance.randrange(-1000, 1000)
            return [1, b, b * b // 4]
        if shape == 1:
            return [self.chance.randrange(-50, 50) for _ in range(3)]
        if shape == 2:
            a = self.number()
            return [a, self.number(), self.chance.choice([0, 0.0, -0.0, False])]
        if shape == 3:
            a, b, c = (self.chance.uniform(-100, 100) for _ in range(3))
            return [a, b, -math.copysign(c, a)]
        return [self.number() for _ in range(3)]

    def quadratic_roots(self):
        shape = self.chance.randrange(7)
        if shape == 0:
            return [0, self.number(), self.number()]
        if shape == 1:
            x, y, a = (self.chance.randrange(-1000, 1000) for _ in range(3))
            return [a, -a * (x + y), a * x * y]
        if shape == 2:
            return [1.0, self.chance.uniform(-1, 1) * 1e8, self.chance.uniform(-1, 1) * 1e-8]
        if shape == 3:
            # Roots that are halves of the smallest double: ties, which go to the even one.
            half = self.chance.choice([1, 2, 4]) * self.chance.choice([5e-324, 3 * 5e-324, 1e-320])
            return [self.chance.choice([0.0, 2.0, 8.0]), self.chance.choice([2.0, -4.0]), half]
        if shape == 4:
            return [self.number(), self.number(), self.chance.choice([0, 0.0, False])]
        if shape == 5:
            return [self.real() for _ in range(3)]
        return self.quadratic()

    def number(self):
        return self.chance.choice([self.integer, self.integer, self.real, self.real, self.truth])()

    def integer(self):
        kind = self.chance.randrange(8)
        if kind < 3:
            return self.chance.choice(INT_EDGES)
        if kind == 3 and self.chance.random() < 0.3:
            return self.chance.choice(WIDE_EDGES)
        return self.chance.randrange(-100, 100) if kind < 6 else self.chance.randrange(-2**31, 2**31)

    def real(self):
        kind = self.chance.randrange(8)
        if kind < 3:
            return self.chance.choice(REAL_EDGES)
        if kind == 3:
            return self.chance.randrange(-1000, 1000) / 2
        if kind == 4:
            return self.chance.uniform(-1e6, 1e6)
        if kind == 5 and self.chance.random() < 0.1:
            return self.chance.choice([math.inf, -math.inf, math.nan])
        while True:
            number, = struct.unpack('>d', self.chance.randbytes(8))
            if math.isfinite(number):
                return number

    def product(self, divisor):
        """Something that the divisor divides, or nearly does: there the rounding shows."""
        times = self.chance.randrange(-1000, 1000)
        if isinstance(divisor, int):
            return divisor * times
        return math.nextafter(divisor * times, self.chance.choice([-math.inf, math.inf, 0.0]))

    def truth(self):
        return self.chance.random() < 0.5

    def times(self):
        if self.chance.random() < 0.05:
            return self.chance.choice([-2**31, -2**63, -3**50])
        return self.chance.choice([self.truth(), self.chance.randrange(-3, 40)])

    def text(self):
        parts = TEXT_PARTS + CR_PARTS if self.chance.random() < 0.3 else TEXT_PARTS
        return ''.join(
            self.chance.choice(parts) if self.chance.random() < 0.8 else self.character()
            for _ in range(self.chance.randrange(5)))

    def character(self):
        first, last = self.chance.choice([(0x20, 0xd7ff), (0xe000, 0xfffd), (0x10000, 0x10ffff)])
        return chr(self.chance.randint(first, last))

    def date(self):
        return DateTime(self.chance.choice(DATES + ODD_DATES if self.chance.random() < 0.1 else DATES))

    def binary(self):
        return Binary(self.chance.randbytes(self.chance.choice([0, 1, 2, 3, 57, 58, 200])))

    def array(self, depth=0):
        if depth == 0 and self.chance.random() < 0.03:
            return self.deep(50)
        return [self.small(depth + 1) for _ in range(self.chance.choice([0, 1, 2, 3, 7]))]

    def struct(self, depth=0):
        return {self.text(): self.small(depth + 1) for _ in range(self.chance.choice([0, 1, 2, 4]))}

    def any(self, depth=0):
        kinds = [self.integer, self.real, self.truth, self.text, self.date, self.binary]
        nested = [self.array, self.struct]
        return self.chance.choice(nested)(depth) if self.chance.random() < 0.3 else self.chance.choice(kinds)()

    def small(self, depth=0):
        if depth > 3:
            return self.integer()
        return None if self.chance.random() < 0.01 else self.any(depth)

    def deep(self, levels):
        value = self.number()
        for _ in range(levels):
            value = [value]
        return value
