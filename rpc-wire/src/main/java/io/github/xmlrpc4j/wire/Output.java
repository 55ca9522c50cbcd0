package io.github.xmlrpc4j.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** A growing buffer of UTF-8 that knows how XML's characters are written. */
final class Output {
  private static final int FIRST_SIZE = 512;
  private static final int BASE64_BLOCK = 12 * 1024;

  private final Path path;
  private final int maxSize;
  private final boolean lines;
  private byte[] buf;
  private int size;

  /**
   * Creates an empty buffer.
   *
   * @param path where the writer stands, for errors
   * @param maxSize the bytes that the buffer may grow to
   */
  Output(Path path, int maxSize, Layout layout) {
    this.path = path;
    this.maxSize = maxSize;
    this.buf = new byte[Math.min(FIRST_SIZE, maxSize)];
    this.lines = layout == Layout.LINES;
  }

  int size() {
    return size;
  }

  void truncate(int toSize) {
    size = toSize;
  }

  void put(Markup markup) {
    byte[] bytes = lines ? markup.lines : markup.compact;
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buf, size, bytes.length);
    size += bytes.length;
  }

  /** Puts characters that are ASCII and need no escape. */
  void ascii(String text) {
    int length = text.length();
    reserve(length);
    for (int i = 0; i < length; i++) {
      buf[size + i] = (byte) text.charAt(i);
    }
    size += length;
  }

  void integer(long number) {
    if (number >= 0 && number < 10) {
      reserve(1);
      buf[size++] = (byte) ('0' + number);
    } else {
      ascii(Long.toString(number));
    }
  }

  /**
   * Puts character data, escaped.
   *
   * @throws UnwritableValueException if XML does not allow a character of it
   */
  void text(String text) {
    int length = text.length();
    reserve(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 128 && XmlChars.isUnescaped(c)) {
        if (size == buf.length) {
          reserve(length - i);
        }
        buf[size++] = (byte) c;
      } else if (c < 128) {
        escaped(c, i);
      } else if (Character.isSurrogate(c)) {
        if (Texts.isLoneSurrogate(text, i)) {
          throw forbidden(c, i);
        }
        utf8(text.codePointAt(i++));
      } else if (XmlChars.isChar(c)) {
        utf8(c);
      } else {
        throw forbidden(c, i);
      }
    }
  }

  private void escaped(char c, int index) {
    switch (c) {
      case '<' -> ascii("&lt;");
      case '>' -> ascii("&gt;");
      case '&' -> ascii("&amp;");
      case '\r' -> ascii("&#13;");
      default -> throw forbidden(c, index);
    }
  }

  private UnwritableValueException forbidden(char c, int index) {
    return new UnwritableValueException(
        path.toString(),
        String.format(
            "the character U+%04X at index %d cannot stand in XML; send the text as base64",
            (int) c, index));
  }

  private void utf8(int c) {
    reserve(4);
    if (c < 0x800) {
      buf[size++] = (byte) (0xC0 | (c >> 6));
    } else {
      if (c < 0x10000) {
        buf[size++] = (byte) (0xE0 | (c >> 12));
      } else {
        buf[size++] = (byte) (0xF0 | (c >> 18));
        buf[size++] = (byte) (0x80 | ((c >> 12) & 0x3F));
      }
      buf[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
    }
    buf[size++] = (byte) (0x80 | (c & 0x3F));
  }

  /** Puts bytes as base64 on one line, block by block, so that no second copy is made. */
  void base64(byte[] bytes) {
    reserve((int) Math.min(Integer.MAX_VALUE, (bytes.length + 2L) / 3 * 4));
    Base64.Encoder encoder = Base64.getEncoder();
    byte[] digits = new byte[Math.min(BASE64_BLOCK, bytes.length + 2) / 3 * 4 + 4];
    for (int from = 0; from < bytes.length; from += BASE64_BLOCK) {
      int to = Math.min(bytes.length, from + BASE64_BLOCK);
      int count = encoder.encode(Arrays.copyOfRange(bytes, from, to), digits);
      System.arraycopy(digits, 0, buf, size, count);
      size += count;
    }
  }

  private void reserve(int more) {
    if (buf.length - size < more) {
      grow(more);
    }
  }

  private void grow(int more) {
    long wanted = (long) size + more;
    if (wanted > maxSize) {
      throw new LimitExceededException(
          "a document of more than " + maxSize + " bytes", "maxDocumentBytes", maxSize, path);
    }
    buf = Arrays.copyOf(buf, (int) Math.min(maxSize, Math.max(wanted, buf.length * 2L)));
  }

  byte[] toByteArray() {
    return Arrays.copyOf(buf, size);
  }

  ByteBuffer toByteBuffer() {
    return ByteBuffer.wrap(buf, 0, size);
  }

  @Override
  public String toString() {
    return new String(buf, 0, size, StandardCharsets.UTF_8);
  }
}
