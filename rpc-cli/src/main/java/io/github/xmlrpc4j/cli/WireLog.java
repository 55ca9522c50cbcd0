package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.client.RawExchange;
import io.github.xmlrpc4j.client.RawMessage;
import io.github.xmlrpc4j.client.WireListener;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.coding.ContentCoding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;

/**
 * Shows exchanges on standard error as they were on the wire, a mark of the direction before each
 * line; in Wireshark's colours where it is a terminal. Credentials in heads are hidden.
 */
final class WireLog implements WireListener {
  private static final Pattern SECRET =
      Pattern.compile("auth|cookie|credential|key|pass|secret|session|token");
  private static final String REQUEST = "31";
  private static final String RESPONSE = "34";

  private final Terminal terminal;

  WireLog(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void exchanged(RawExchange exchange) {
    show("> ", REQUEST, exchange.request());
    show("< ", RESPONSE, exchange.response());
    if (!exchange.isWhole()) {
      terminal.err().println("[broken off: " + Printable.line("" + exchange.failure()) + "]");
    }
  }

  private void show(String mark, String colour, RawMessage message) {
    StringBuilder text = new StringBuilder();
    String coding = "";
    for (String line : lines(new String(message.head(), StandardCharsets.ISO_8859_1))) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
      if (name.equals("content-encoding")) {
        coding = line.substring(colon + 1).strip();
      }
      boolean hidden = SECRET.matcher(name).find();
      text.append(hidden ? line.substring(0, colon) + ": ***" : line).append('\n');
    }
    text.append(body(message.body(), coding));
    for (String line : lines(text.toString())) {
      String shown = mark + Printable.line(line).replace("\\u0009", "\t");
      terminal.err().println(terminal.colouredErr() ? Terminal.coloured(colour, shown) : shown);
    }
  }

  private static String[] lines(String text) {
    return text.isEmpty() ? new String[0] : text.stripTrailing().split("\r?\n", -1);
  }

  private static String body(byte[] bytes, String coding) {
    ContentCoding known = ContentCoding.of(coding);
    if (known == null || known == ContentCoding.IDENTITY) {
      return "\n" + new String(bytes, StandardCharsets.UTF_8);
    }
    try {
      ByteBuffer plain = known.decode(ByteBuffer.wrap(bytes), Limits.DEFAULT);
      return "\n" + StandardCharsets.UTF_8.decode(plain);
    } catch (DataFormatException | RuntimeException e) {
      return "\n[" + bytes.length + " bytes that are no " + coding + "]";
    }
  }
}
