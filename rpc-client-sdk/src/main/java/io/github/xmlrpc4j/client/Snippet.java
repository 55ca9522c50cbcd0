package io.github.xmlrpc4j.client;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The beginning of a body that was not what it should have been, for a message. */
final class Snippet {
  static final int MOST_BYTES = 2_048;
  private static final int MOST_SHOWN = 160;

  private Snippet() {}

  /** The first bytes of a body as text; what is no text becomes U+FFFD. */
  static String of(ByteBuffer body, @Nullable Charset charset) {
    int length = Math.min(body.remaining(), MOST_BYTES);
    return new String(
        body.array(),
        body.arrayOffset() + body.position(),
        length,
        charset == null ? StandardCharsets.UTF_8 : charset);
  }

  /** The text on one line behind a colon, cut short; nothing if it is empty. */
  static String quoted(String body) {
    String line = body.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    if (line.isEmpty()) {
      return "; the body is empty";
    }
    String shown = line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "..." : line;
    return "; the body begins: " + shown;
  }

  /** Whether a body looks like a page for people. */
  static boolean isHtml(String body) {
    String start = body.stripLeading().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || start.contains("<body");
  }
}
