package io.github.xmlrpc4j.samples.sockets;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values as Python shows them, since the documents do. */
final class Repr {
  private Repr() {}

  /** {@code ('127.0.0.1', 1234)}. */
  static String address(SocketAddress address) {
    InetSocketAddress pair = (InetSocketAddress) address;
    return "('" + pair.getAddress().getHostAddress() + "', " + pair.getPort() + ")";
  }

  /** {@code b'Hi there, server'}; what is not printable ASCII is escaped. */
  static String bytes(byte... bytes) {
    IntStream octets = new String(bytes, StandardCharsets.ISO_8859_1).chars();
    return "b" + quoted(octets, octet -> octet >= ' ' && octet < 127);
  }

  static String bytes(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code 'hello world'}; what a terminal would obey instead of showing it is escaped. */
  static String text(String text) {
    return quoted(text.codePoints(), character -> !Character.isISOControl(character));
  }

  /** In single quotes, or in double ones where that saves an escape. */
  private static String quoted(IntStream characters, IntPredicate printable) {
    String text =
        characters
            .mapToObj(character -> escaped(character, printable.test(character)))
            .collect(Collectors.joining());
    if (text.contains("'") && !text.contains("\"")) {
      return '"' + text + '"';
    }
    return "'" + text.replace("'", "\\'") + "'";
  }

  private static String escaped(int character, boolean printable) {
    return switch (character) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\\' -> "\\\\";
      default -> printable ? Character.toString(character) : String.format("\\x%02x", character);
    };
  }
}
