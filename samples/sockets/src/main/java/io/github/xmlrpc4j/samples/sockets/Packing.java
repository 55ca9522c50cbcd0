package io.github.xmlrpc4j.samples.sockets;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A number as four bytes, the lowest or the highest first; the network's order is the latter. */
final class Packing {
  static final String USAGE = "byte-order [NUMBER]";

  private Packing() {}

  static void run(String... args) {
    Options options = Options.of(USAGE, args);
    int number = options.number(options.place(0, "1234"));
    byte[] little = pack(ByteOrder.LITTLE_ENDIAN, number);
    byte[] big = pack(ByteOrder.BIG_ENDIAN, number);
    // A buffer has the network's order unless told otherwise.
    byte[] network = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    System.out.println("0x" + Integer.toHexString(number));
    System.out.println(Repr.bytes(little));
    System.out.println(Repr.bytes(big));
    System.out.println(Repr.bytes(network));
    System.out.println("(" + ByteBuffer.wrap(big).order(ByteOrder.BIG_ENDIAN).getInt() + ",)");
    System.out.println("(" + ByteBuffer.wrap(network).getInt() + ",)");
  }

  private static byte[] pack(ByteOrder order, int number) {
    return ByteBuffer.allocate(Integer.BYTES).order(order).putInt(number).array();
  }
}
