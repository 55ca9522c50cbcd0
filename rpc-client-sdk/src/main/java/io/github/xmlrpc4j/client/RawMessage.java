package io.github.xmlrpc4j.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One direction of an exchange: the head and the body as they were on the wire. It is immutable;
 * the arrays that it gives are copies.
 */
public final class RawMessage {
  private static final Pattern SECRET =
      Pattern.compile("(?im)^((?:proxy-)?authorization|cookie|set-cookie)(:[ \\t]*)(.*?)(\\r?)$");

  private final byte[] head;
  private final byte[] body;

  private RawMessage(byte[] head, byte[] body) {
    this.head = head;
    this.body = body;
  }

  static RawMessage of(byte[] head, List<ByteBuffer> body) {
    ByteBuffer whole = RequestBody.of(body).whole();
    byte[] bytes = new byte[whole.remaining()];
    whole.get(bytes);
    return new RawMessage(masked(head), bytes);
  }

  static RawMessage headless(ByteBuffer body) {
    return of(new byte[0], List.of(body));
  }

  /** Credentials are not for logs: their values become asterisks. */
  private static byte[] masked(byte[] head) {
    Matcher secrets = SECRET.matcher(new String(head, StandardCharsets.ISO_8859_1));
    return secrets
        .replaceAll(
            secret ->
                Matcher.quoteReplacement(
                    secret.group(1) + secret.group(2) + "***" + secret.group(4)))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * The head, from the first line to the empty one; empty where the transport has none. The values
   * of headers that carry credentials are {@code ***}.
   */
  public byte[] head() {
    return head.clone();
  }

  /** The body as it was sent, compressed if it was, without the frames of a chunked one. */
  public byte[] body() {
    return body.clone();
  }

  /** The head and the body as text, as Wireshark shows them. */
  @Override
  public String toString() {
    return new String(head, StandardCharsets.ISO_8859_1).replace("\r\n", "\n")
        + new String(body, StandardCharsets.UTF_8);
  }
}
