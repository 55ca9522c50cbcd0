package io.github.xmlrpc4j.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The member names of one document, so that a name that stands a thousand times becomes one string.
 * A slot holds one name; a second name of the same slot takes its place.
 */
final class NameCache {
  private static final int SLOTS = 128;

  private @Nullable String @Nullable [] slots;

  /** The string of ASCII bytes. */
  String get(byte[] bytes, int from, int to) {
    @Nullable String[] table = slots;
    if (table == null) {
      table = new @Nullable String[SLOTS];
      slots = table;
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    String cached = table[slot];
    if (cached != null && isText(cached, bytes, from, to)) {
      return cached;
    }
    String fresh = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    table[slot] = fresh;
    return fresh;
  }

  private static boolean isText(String text, byte[] bytes, int from, int to) {
    if (text.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i - from) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
