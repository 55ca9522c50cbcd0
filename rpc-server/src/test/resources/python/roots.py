"""The real roots of a quadratic equation by the plain formula, with digits enough that nothing is lost.

All is done in integers, whose division by one another Python rounds just once, subnormal results too.
"""
from fractions import Fraction
from math import isfinite, isqrt

# The smallest root there can be is about 2**-2100 of the largest coefficient.
BITS = 3000


class Overflow(Exception):
    """A root that is no double."""


class EveryNumber(Exception):
    """An equation that every number solves."""


def roots(a, b, c):
    """The roots as doubles, ascending and each once."""
    a, b, c = whole(a, b, c)
    if a == 0:
        if b == 0 and c == 0:
            raise EveryNumber()
        found = [quotient(-c, b)] if b else []
    else:
        found = quadratic(a, b, c)
    return sorted(set(found))


def whole(*numbers):
    """The numbers as integers in the same proportions."""
    fractions = [Fraction(number) for number in numbers]
    scale = max(fraction.denominator for fraction in fractions)
    return [int(fraction * scale) for fraction in fractions]


def quadratic(a, b, c):
    discriminant = b * b - 4 * a * c
    if discriminant < 0:
        return []
    root = isqrt(discriminant << 2 * BITS)
    return [quotient((-b << BITS) + sign * root, 2 * a << BITS) for sign in (-1, 1)]


def quotient(x, y):
    try:
        nearest = x / y
    except OverflowError:
        raise Overflow() from None
    # The zero that a tiny negative root is rounded to has no sign.
    return nearest + 0.0 if isfinite(nearest) else overflow()


def overflow():
    raise Overflow()
