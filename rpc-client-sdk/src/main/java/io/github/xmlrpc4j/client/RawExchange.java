package io.github.xmlrpc4j.client;

import org.jspecify.annotations.Nullable;

/**
 * A request and its response as they were on the wire. It is immutable.
 *
 * @param request what was sent
 * @param response what came back; where the exchange broke off, what had come by then
 * @param failure what ended the exchange before the whole response had come, or null
 */
public record RawExchange(RawMessage request, RawMessage response, @Nullable String failure) {
  /** Whether the whole response has come. */
  public boolean isWhole() {
    return failure == null;
  }

  /** Both as text, one after the other, as Wireshark shows them. */
  @Override
  public String toString() {
    String shown = after(request.toString()) + response;
    return failure == null ? shown : after(shown) + "[broken off: " + failure + "]";
  }

  private static String after(String text) {
    return text + (text.endsWith("\n") ? "\n" : "\n\n");
  }
}
