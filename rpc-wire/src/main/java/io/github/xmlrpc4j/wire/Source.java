package io.github.xmlrpc4j.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A document as UTF-8 bytes, which is what the scanner reads, whatever encoding it came in. */
final class Source implements Places {
  /** The bytes to scan; only those from start to end count. */
  final byte[] bytes;

  final int start;
  final int end;

  /** Whether the declared encoding was overruled by the bytes. */
  final boolean encodingContradicted;

  /** Where the received document begins in the bytes, if those are the ones received. */
  private final int origin;

  /** The document as it was received, if the bytes are others. */
  private final @Nullable Original original;

  private Source(
      byte[] bytes,
      int start,
      int end,
      boolean encodingContradicted,
      int origin,
      @Nullable Original original) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.encodingContradicted = encodingContradicted;
    this.origin = origin;
    this.original = original;
  }

  /**
   * Finds the encoding and converts where it is not UTF-8.
   *
   * @throws NotWellFormedException if the encoding is unknown or the bytes are not in it
   */
  static Source of(byte[] document, int offset, int length, @Nullable Charset hint) {
    int end = offset + length;
    boolean customary = hint == null || hint.equals(StandardCharsets.UTF_8);
    if (customary && XmlDeclaration.isSilentAt(document, offset, end)) {
      return new Source(document, offset, end, false, offset, null);
    }
    Encoding encoding = Encoding.of(document, offset, end, hint);
    int start = offset + encoding.markLength();
    if (encoding.charset().equals(StandardCharsets.UTF_8)
        || (encoding.isAsciiSuperset() && isAscii(document, start, end))) {
      boolean lie = !encoding.isDeclaredIn(document, start, end);
      return new Source(document, start, end, lie, offset, null);
    }
    Original original = new Original(document, offset, start, end, encoding.charset());
    byte[] utf8 = original.toUtf8();
    boolean lie = !encoding.isDeclaredIn(utf8, 0, utf8.length);
    return new Source(utf8, 0, utf8.length, lie, 0, original);
  }

  private static boolean isAscii(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Position position(int index) {
    int offset = original == null ? index - origin : original.offset(units(index));
    return position(bytes, start, index, offset);
  }

  /** The number of UTF-16 units up to an index. */
  private int units(int index) {
    int units = 0;
    for (int i = start; i < index; i++) {
      int b = bytes[i] & 0xFF;
      units += b >= 0xF0 ? 2 : (b & 0xC0) == 0x80 ? 0 : 1;
    }
    return units;
  }

  /** Counts lines and columns up to an index; the offset is that of the index as received. */
  static Position position(byte[] bytes, int start, int index, int offset) {
    int line = 1;
    int column = 1;
    for (int i = start; i < index; i++) {
      byte b = bytes[i];
      if (b == '\n' || (b == '\r' && (i + 1 == index || bytes[i + 1] != '\n'))) {
        line++;
        column = 1;
      } else if ((b & 0xC0) != 0x80 && b != '\r') {
        column++;
      }
    }
    return new Position(offset, line, column);
  }
}
