package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Text is what a program has, bytes are what it sends; and what to do where they do not fit. */
final class Strings {
  static final String USAGE = "strings [TEXT]";

  /** What to do with what cannot be encoded or decoded, by Python's names. */
  private enum Policy {
    STRICT,
    IGNORE,
    REPLACE;

    private CodingErrorAction action() {
      return switch (this) {
        case STRICT -> CodingErrorAction.REPORT;
        case IGNORE -> CodingErrorAction.IGNORE;
        case REPLACE -> CodingErrorAction.REPLACE;
      };
    }

    String encode(String text) {
      CharsetEncoder encoder =
          US_ASCII.newEncoder().onMalformedInput(action()).onUnmappableCharacter(action());
      CharBuffer in = CharBuffer.wrap(text);
      ByteBuffer out = ByteBuffer.allocate(text.length());
      if (encoder.encode(in, out, true).isError()) {
        return "no such character in ASCII at position " + in.position();
      }
      return Repr.bytes(Arrays.copyOf(out.array(), out.position()));
    }

    String decode(byte... bytes) {
      CharsetDecoder decoder =
          UTF_8.newDecoder().onMalformedInput(action()).onUnmappableCharacter(action());
      ByteBuffer in = ByteBuffer.wrap(bytes);
      CharBuffer out = CharBuffer.allocate(bytes.length);
      if (decoder.decode(in, out, true).isError()) {
        return "not UTF-8 at position " + in.position();
      }
      return Repr.text(out.flip().toString());
    }
  }

  private Strings() {}

  static void run(String... args) {
    String text = Options.of(USAGE, args).place(0, "hello world");
    byte[] encoded = text.getBytes(UTF_8);
    System.out.println(Repr.bytes(encoded));
    System.out.println(Repr.text(new String(encoded, UTF_8)));

    byte[] latin1 = {'c', 'a', 'f', (byte) 0xe9, ' ', 'n', 'o', 'i', 'r'};
    for (Policy policy : Policy.values()) {
      String name = policy.name().toLowerCase(Locale.ROOT);
      System.out.println(name + ": " + policy.encode("이광춘 abc"));
      System.out.println(name + ": " + policy.decode(latin1));
    }

    System.out.println(
        Arrays.stream("12 13 14".split(" ", -1))
            .map(Repr::bytes)
            .collect(Collectors.joining(", ", "[", "]")));
    for (String number : "3.145 2.76".split(" ", -1)) {
      System.out.println(Double.parseDouble(number));
    }
    System.out.println(Repr.bytes(Double.toString(3.145)));
  }
}
