package io.github.xmlrpc4j.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A growing buffer of UTF-8 that knows how XML's characters are written. A large document is a row
 * of segments, so that none of it is copied when more comes.
 */
final class Output {
  /** The first so many of some bytes. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares segments.
  private record Segment(byte[] bytes, int size) {}

  private static final int FIRST_SIZE = 512;
  private static final int SEGMENT_SIZE = 64 * 1024;
  private static final int BASE64_BLOCK = 12 * 1024;
  private static final int TEXT_BLOCK = 4 * 1024;

  private final Path path;
  private final int maxSize;
  private final boolean lines;

  /** The full segments. */
  private final List<Segment> full = new ArrayList<>(0);

  /** The bytes in the full segments. */
  private int before;

  /** The segment at hand; a word is kept free at its end, for what is put by words. */
  private byte[] buf = new byte[FIRST_SIZE];

  /** The bytes in the segment at hand. */
  private int size;

  /** The bytes that the segment at hand may grow to. */
  private int room;

  /** The bytes that may be here, when others of the document have been handed on. */
  private int most;

  /**
   * Creates an empty buffer.
   *
   * @param path where the writer stands, for errors
   * @param maxSize the bytes that the buffer may grow to
   */
  Output(Path path, int maxSize, Layout layout) {
    this.path = path;
    this.maxSize = maxSize;
    this.most = maxSize;
    this.lines = layout == Layout.LINES;
    measure();
  }

  private void measure() {
    room = Math.min(buf.length - Words.BYTES, most - before);
  }

  int size() {
    return before + size;
  }

  void truncate(int toSize) {
    while (toSize < before) {
      Segment last = full.remove(full.size() - 1);
      before -= last.size;
      buf = last.bytes;
    }
    size = toSize - before;
    measure();
  }

  /** Hands all that is here to a sink; the buffer is then empty. */
  void handOn(ByteSink sink) {
    require(0);
    toByteBuffers().forEach(sink::write);
    most -= size();
    truncate(0);
  }

  /** Whether something was handed on. */
  boolean isBegun() {
    return most < maxSize;
  }

  /** Puts markup; at the ends of a value, with what of a struct's member stands around it. */
  void put(Markup markup, boolean inMember) {
    put(lines ? markup.lines(inMember) : markup.compact(inMember));
  }

  private void put(Markup.Piece piece) {
    reserve(piece.length());
    long[] words = piece.words();
    byte[] to = buf;
    int at = size;
    for (long word : words) {
      Words.put(to, at, word);
      at += Words.BYTES;
    }
    size += piece.length();
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
    if (number != (int) number || number == Integer.MIN_VALUE) {
      ascii(Long.toString(number));
      return;
    }
    int digits = Math.abs((int) number);
    int count = Numbers.digits(digits);
    reserve(count + 1);
    if (number < 0) {
      buf[size++] = '-';
    }
    digits(digits, count);
  }

  /** Puts the last so many digits of a number, in room that has been reserved. */
  private void digits(int number, int count) {
    byte[] to = buf;
    int from = size;
    int at = from + count;
    int rest = number;
    while (at - from > 1) {
      int hundredth = rest / 100;
      int pair = (rest - hundredth * 100) * 2;
      to[--at] = Numbers.PAIRS[pair + 1];
      to[--at] = Numbers.PAIRS[pair];
      rest = hundredth;
    }
    if (at > from) {
      to[from] = (byte) ('0' + rest);
    }
    size = from + count;
  }

  /** Puts a finite number in plain digits, the fewest that read back as the same. */
  void real(double number) {
    double magnitude = Math.abs(number);
    int power = 1;
    for (int decimals = 1; decimals <= Numbers.QUICK_DECIMALS; decimals++) {
      power *= 10;
      double digits = (double) (long) (magnitude * power + 0.5);
      if (digits > Numbers.QUICK_DIGITS) {
        break;
      }
      if (digits / power == magnitude && magnitude != 0) {
        decimal(number < 0, (long) digits, power, decimals);
        return;
      }
    }
    ascii(Numbers.plain(number));
  }

  private void decimal(boolean negative, long digits, int power, int decimals) {
    int whole = (int) (digits / power);
    int count = Numbers.digits(whole);
    reserve(count + decimals + 2);
    if (negative) {
      buf[size++] = '-';
    }
    digits(whole, count);
    buf[size++] = '.';
    digits((int) (digits - (long) whole * power), decimals);
  }

  /**
   * Puts character data, escaped.
   *
   * @throws UnwritableValueException if XML does not allow a character of it
   */
  void text(String text) {
    int length = text.length();
    int i = 0;
    while (i < length) {
      // Room for all that is left would be a segment of that size each time one is full.
      int stop = Math.min(length, i + TEXT_BLOCK);
      reserve(stop - i);
      i = unescaped(text, i, stop);
      if (i < stop) {
        i = text.charAt(i) < 128 ? escaped(text, i) : beyondAscii(text, i);
      }
    }
  }

  /**
   * Puts the characters between two indexes that are written as they are, and returns the index of
   * the first that is not.
   */
  private int unescaped(String text, int from, int stop) {
    byte[] to = buf;
    int offset = size - from;
    int i = from;
    while (i < stop) {
      char c = text.charAt(i);
      if (c >= 128 || !XmlChars.isUnescaped(c)) {
        break;
      }
      to[offset + i] = (byte) c;
      i++;
    }
    size = offset + i;
    return i;
  }

  private int escaped(String text, int index) {
    char c = text.charAt(index);
    switch (c) {
      case '<' -> ascii("&lt;");
      case '>' -> ascii("&gt;");
      case '&' -> ascii("&amp;");
      case '\r' -> ascii("&#13;");
      default -> throw forbidden(c, index);
    }
    return index + 1;
  }

  /** Puts the characters from an index on that are not ASCII, and returns their end. */
  private int beyondAscii(String text, int from) {
    int length = text.length();
    int i = from;
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c < 128) {
        break;
      }
      if (Character.isSurrogate(c)) {
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
    return i;
  }

  private UnwritableValueException forbidden(char c, int index) {
    return new UnwritableValueException(
        path.toString(),
        String.format(
            "the character U+%04X at index %d cannot stand in XML; send the text as base64",
            (int) c, index));
  }

  private void utf8(int c) {
    reserve(XmlChars.utf8Length(c));
    byte[] to = buf;
    int at = size;
    if (c < 0x800) {
      to[at++] = (byte) (0xC0 | (c >> 6));
    } else {
      if (c < 0x10000) {
        to[at++] = (byte) (0xE0 | (c >> 12));
      } else {
        to[at++] = (byte) (0xF0 | (c >> 18));
        to[at++] = (byte) (0x80 | ((c >> 12) & 0x3F));
      }
      to[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
    }
    to[at++] = (byte) (0x80 | (c & 0x3F));
    size = at;
  }

  /** Puts bytes as base64 on one line, block by block, so that no second copy is made. */
  void base64(byte[] bytes) {
    require((bytes.length + 2L) / 3 * 4);
    Base64.Encoder encoder = Base64.getEncoder();
    byte[] digits = new byte[Math.min(BASE64_BLOCK, bytes.length + 2) / 3 * 4 + 4];
    for (int from = 0; from < bytes.length; from += BASE64_BLOCK) {
      int to = Math.min(bytes.length, from + BASE64_BLOCK);
      int count = encoder.encode(Arrays.copyOfRange(bytes, from, to), digits);
      reserve(count);
      System.arraycopy(digits, 0, buf, size, count);
      size += count;
    }
  }

  private void reserve(int more) {
    if (more > room - size) {
      grow(more);
    }
  }

  private void require(long more) {
    if (more > most - before - size) {
      throw new LimitExceededException(
          "a document of more than " + maxSize + " bytes", "maxDocumentBytes", maxSize, path);
    }
  }

  private void grow(int more) {
    require(more);
    int wanted = Math.addExact(more, Words.BYTES);
    if (buf.length < SEGMENT_SIZE) {
      buf = Arrays.copyOf(buf, Math.max(size + wanted, Math.min(buf.length * 2, SEGMENT_SIZE)));
    } else {
      full.add(new Segment(buf, size));
      before += size;
      buf = new byte[Math.max(wanted, SEGMENT_SIZE)];
      size = 0;
    }
    measure();
  }

  /** The document, segment by segment. */
  List<ByteBuffer> toByteBuffers() {
    if (full.isEmpty()) {
      return List.of(ByteBuffer.wrap(buf, 0, size));
    }
    List<ByteBuffer> segments = new ArrayList<>(full.size() + 1);
    full.forEach(segment -> segments.add(ByteBuffer.wrap(segment.bytes, 0, segment.size)));
    segments.add(ByteBuffer.wrap(buf, 0, size));
    return segments;
  }

  byte[] toByteArray() {
    byte[] all = new byte[size()];
    int at = 0;
    for (Segment segment : full) {
      System.arraycopy(segment.bytes, 0, all, at, segment.size);
      at += segment.size;
    }
    System.arraycopy(buf, 0, all, at, size);
    return all;
  }

  ByteBuffer toByteBuffer() {
    return full.isEmpty() ? ByteBuffer.wrap(buf, 0, size) : ByteBuffer.wrap(toByteArray());
  }

  @Override
  public String toString() {
    return new String(toByteArray(), StandardCharsets.UTF_8);
  }
}
