package io.github.xmlrpc4j.samples.sockets;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;

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
    StringBuilder shown = new StringBuilder();
    for (byte octet : bytes) {
      switch (octet) {
        case '\n' -> shown.append("\\n");
        case '\r' -> shown.append("\\r");
        case '\t' -> shown.append("\\t");
        case '\\' -> shown.append("\\\\");
        default -> {
          if (octet >= ' ' && octet < 127) {
            shown.append((char) octet);
          } else {
            shown.append(String.format("\\x%02x", octet));
          }
        }
      }
    }
    return "b" + quoted(shown.toString());
  }

  static String bytes(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** In single quotes, or in double ones where that saves an escape. */
  static String quoted(String text) {
    if (text.contains("'") && !text.contains("\"")) {
      return '"' + text + '"';
    }
    return "'" + text.replace("'", "\\'") + "'";
  }
}
