package io.github.xmlrpc4j.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A growing buffer of UTF-8 that knows how XML's characters are written. A large document is a row
 * of segments, so that none of it is copied when more comes.
 */
final class Output {
  /** The first so many of some bytes. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares segments.
  private record Segment(byte[] bytes, int size) {}

  private static final int FIRST_SIZE = 512;
  private static final int GROWTH = 8;

  /** The size up to which a growing document is copied, so that a small one stays in one piece. */
  private static final int SMALL_SIZE = 32 * 1024;

  private static final int BASE64_BLOCK = 12 * 1024;
  private static final int TEXT_BLOCK = 4 * 1024;

  /** The characters beyond ASCII that room is made for at a time. */
  private static final int UTF8_BLOCK = 512;

  /** The members' names from which on it is worth it to look for those that come again. */
  private static final int FEW_NAMES = 8;

  /** The length up to which names are kept. */
  private static final int SHORT_NAME = 64;

  private final Path path;
  private final int maxSize;
  private final boolean lines;

  /** The names that came so far, once they are more than a few. */
  private @Nullable WrittenNames names;

  private int named;

  /** The full segments. */
  private final List<Segment> full = new ArrayList<>(0);

  /** The bytes in the full segments. */
  private int before;

  /** The segment at hand; some of its end is kept free, for what is put by words. */
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
    room = Math.min(buf.length - Piece.SLACK, most - before);
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

  /** Puts markup that stands alone. */
  void put(Markup markup) {
    put(markup.pieces(lines).bare());
  }

  /** Puts what stands at an end of a value, with what of its frame stands around that. */
  void put(Markup markup, Markup.Frame frame) {
    put(markup.pieces(lines).in(frame));
  }

  private void put(Piece piece) {
    reserve(piece.length());
    piece.putInto(buf, size);
    size += piece.length();
  }

  /** Puts what stands before the text of a member's name, and that. */
  void name(String name) {
    Piece piece = names == null ? null : names.piece(name);
    if (piece != null) {
      put(piece);
      return;
    }
    int segments = full.size();
    int from = size;
    put(Markup.NAME);
    text(name);
    if (++named > FEW_NAMES && name.length() <= SHORT_NAME && segments == full.size()) {
      note(name, from);
    }
  }

  private void note(String name, int from) {
    if (names == null) {
      names = new WrittenNames();
    }
    if (names.isNoted(name)) {
      names.keep(name, Piece.of(buf, from, size));
    } else {
      names.note(name);
    }
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
    boolean large = number != (int) number || number == Integer.MIN_VALUE;
    if (large || Numbers.INT_LENGTH > room - size) {
      ascii(Long.toString(number));
      return;
    }
    sign(number < 0);
    whole(Math.abs((int) number));
  }

  /** Puts a finite number in plain digits, the fewest that read back as the same. */
  void real(double number) {
    double magnitude = Math.abs(number);
    if (magnitude < Numbers.QUICK_WHOLE && Numbers.DECIMAL_LENGTH <= room - size) {
      boolean negative = Double.doubleToRawLongBits(number) < 0;
      long thousandths = (long) (magnitude * 1e3 + 0.5);
      if (thousandths / 1e3 == magnitude) {
        decimal(negative, thousandths, 0);
        return;
      }
      long millionths = (long) (magnitude * 1e6 + 0.5);
      if (millionths / 1e6 == magnitude) {
        decimal(negative, millionths / 1_000, (int) (millionths % 1_000));
        return;
      }
    }
    ascii(Numbers.plain(number));
  }

  private void decimal(boolean negative, long thousandths, int millionths) {
    sign(negative);
    whole((int) (thousandths / 1_000));
    int most = Numbers.triplet((int) (thousandths % 1_000));
    int least = Numbers.triplet(millionths);
    Words.put(buf, size, '.' | Numbers.characters(most) << 8 | Numbers.characters(least) << 32);
    size += 1 + (millionths == 0 ? Numbers.decimals(most) : 3 + Numbers.decimals(least));
  }

  private void sign(boolean negative) {
    buf[size] = '-';
    size += negative ? 1 : 0;
  }

  /** Puts a number that is not negative, in room that has been reserved. */
  private void whole(int number) {
    if (number < 1_000) {
      int zeros = number < 10 ? 2 : number < 100 ? 1 : 0;
      Words.put(buf, size, Numbers.characters(Numbers.triplet(number)) >>> (zeros * Byte.SIZE));
      size += 3 - zeros;
    } else {
      int thousands = number / 1_000;
      whole(thousands);
      Words.put(buf, size, Numbers.characters(Numbers.triplet(number - thousands * 1_000)));
      size += 3;
    }
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
        i = special(text, i);
      }
    }
  }

  /** Puts what begins at an index and is not written as it is in ASCII, and returns its end. */
  private int special(String text, int index) {
    char c = text.charAt(index);
    if (c < 0x80) {
      return escaped(text, index);
    }
    return XmlChars.isOneUnit(c) ? utf8(text, index) : pair(text, index);
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

  /**
   * Puts the characters from an index on that are written as they are, in ASCII and beyond, and
   * returns the index of the first that is not.
   */
  private int utf8(String text, int from) {
    int stop = Math.min(text.length(), from + UTF8_BLOCK);
    if (3 * (stop - from) > left()) {
      stop = from + 1;
      reserve(Utf8.length(text.charAt(from)));
    } else {
      reserve(3 * (stop - from));
    }
    byte[] to = buf;
    int at = size;
    int i = from;
    while (i < stop) {
      char c = text.charAt(i);
      if (c < 0x80) {
        if (!XmlChars.isUnescaped(c)) {
          break;
        }
        to[at++] = (byte) c;
      } else if (c < 0x800) {
        Words.put(to, at, Utf8.two(c));
        at += 2;
      } else if (XmlChars.isOneUnit(c)) {
        Words.put(to, at, Utf8.three(c));
        at += 3;
      } else {
        break;
      }
      i++;
    }
    size = at;
    return i;
  }

  /** Puts the two units of a character beyond the first plane. */
  private int pair(String text, int index) {
    char c = text.charAt(index);
    if (!Character.isSurrogate(c) || Texts.isLoneSurrogate(text, index)) {
      throw forbidden(c, index);
    }
    reserve(4);
    Words.put(buf, size, Utf8.four(Character.toCodePoint(c, text.charAt(index + 1))));
    size += 4;
    return index + 2;
  }

  private UnwritableValueException forbidden(char c, int index) {
    return new UnwritableValueException(
        path.toString(),
        String.format(
            "the character U+%04X at index %d cannot stand in XML; send the text as base64",
            (int) c, index));
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
    if (more > left()) {
      throw new LimitExceededException(
          "a document of more than " + maxSize + " bytes", "maxDocumentBytes", maxSize, path);
    }
  }

  /** The bytes that may still come. */
  private int left() {
    return most - before - size;
  }

  private void grow(int more) {
    require(more);
    int wanted = Math.addExact(more, Piece.SLACK);
    if (buf.length < SMALL_SIZE) {
      buf = Arrays.copyOf(buf, Math.max(size + wanted, buf.length * GROWTH));
    } else {
      full.add(new Segment(buf, size));
      before += size;
      buf = wanted <= SegmentPool.SIZE ? SegmentPool.take() : new byte[wanted];
      size = 0;
    }
    measure();
  }

  /** Gives back the memory that the document took; what comes next is written into other. */
  void release() {
    full.forEach(segment -> release(segment.bytes));
    full.clear();
    release(buf);
    buf = new byte[0];
    before = 0;
    size = 0;
    measure();
  }

  private static void release(byte[] bytes) {
    if (bytes.length == SegmentPool.SIZE) {
      SegmentPool.give(bytes);
    }
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
