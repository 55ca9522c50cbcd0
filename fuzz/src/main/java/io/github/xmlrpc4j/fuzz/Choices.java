package io.github.xmlrpc4j.fuzz;

/**
 * Choices that bytes make, one after the other; zeros once they are used up. The same bytes make
 * the same choices wherever they are replayed, with the fuzzer or without.
 */
final class Choices {
  private final byte[] data;
  private int at;

  Choices(byte[] data) {
    this.data = data;
  }

  int left() {
    return data.length - at;
  }

  int octet() {
    return at < data.length ? data[at++] & 0xFF : 0;
  }

  boolean truth() {
    return (octet() & 1) != 0;
  }

  /** A number from 0 up to a bound of at most 65,536, which it does not reach. */
  int below(int bound) {
    return (bound <= 256 ? octet() : unit()) % bound;
  }

  /** Sixteen bits. */
  char unit() {
    return (char) (octet() << 8 | octet());
  }

  int number() {
    return unit() << 16 | unit();
  }

  long wide() {
    return (long) number() << 32 | (number() & 0xFFFF_FFFFL);
  }

  byte[] bytes(int length) {
    byte[] bytes = new byte[Math.min(length, left())];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) octet();
    }
    return bytes;
  }
}
