package io.github.xmlrpc4j.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document as UTF-8 bytes, which is what the scanner reads, whatever encoding it came in.
 *
 * <p>The encoding is that of the byte order mark, else that of the XML declaration, else the one
 * the transport named, else UTF-8 (XML 1.0, appendix F).
 */
final class Source {
  /** The bytes to scan; only those from start to end count. */
  final byte[] bytes;

  final int start;
  final int end;

  /** Whether the declared encoding was overruled by the bytes. */
  final boolean encodingContradicted;

  private final Charset charset;
  private final boolean transcoded;
  private final int originOffset;

  private Source(
      byte[] bytes,
      int start,
      int end,
      Charset charset,
      boolean transcoded,
      int originOffset,
      boolean encodingContradicted) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.charset = charset;
    this.transcoded = transcoded;
    this.originOffset = originOffset;
    this.encodingContradicted = encodingContradicted;
  }

  /**
   * Finds the encoding and converts where it is not UTF-8.
   *
   * @throws NotWellFormedException if the encoding is unknown or the bytes are not in it
   */
  static Source of(byte[] document, int offset, int length, @Nullable Charset hint) {
    int end = offset + length;
    Mark mark = Mark.of(document, offset, end);
    if (mark != null) {
      int start = offset + mark.length;
      if (mark.charset == StandardCharsets.UTF_8) {
        String declared = declaredEncoding(document, start, end);
        boolean lie = declared != null && !isUtf8(declared);
        return new Source(document, start, end, mark.charset, false, mark.length, lie);
      }
      return transcode(document, start, end, mark.charset, mark.length, false);
    }
    String declared = declaredEncoding(document, offset, end);
    if (declared == null) {
      return hint == null || hint.equals(StandardCharsets.UTF_8)
          ? plain(document, offset, end, false)
          : single(document, offset, end, hint);
    }
    if (isUtf8(declared)) {
      return plain(document, offset, end, false);
    }
    if (declared.toUpperCase(Locale.ROOT).startsWith("UTF-16")
        || declared.toUpperCase(Locale.ROOT).startsWith("UTF-32")) {
      return plain(document, offset, end, true);
    }
    return single(document, offset, end, named(declared, document, offset, end));
  }

  private static Source plain(byte[] document, int start, int end, boolean contradicted) {
    return new Source(document, start, end, StandardCharsets.UTF_8, false, 0, contradicted);
  }

  private static Source single(byte[] document, int start, int end, Charset charset) {
    if (isAsciiSuperset(charset) && isAscii(document, start, end)) {
      return new Source(document, start, end, charset, false, 0, false);
    }
    return transcode(document, start, end, charset, 0, false);
  }

  private static Source transcode(
      byte[] document, int start, int end, Charset charset, int originOffset, boolean lie) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(document, start, end - start);
    CharBuffer out =
        CharBuffer.allocate(
            (int) Math.ceil((end - start) * (double) decoder.maxCharsPerByte()) + 4);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      result = decoder.flush(out);
    }
    if (result.isError()) {
      String before = out.flip().toString();
      byte[] utf8 = before.getBytes(StandardCharsets.UTF_8);
      throw new NotWellFormedException(
          FaultCodes.INVALID_CHARACTER,
          "the bytes are not " + charset.name(),
          position(utf8, 0, utf8.length, in.position() - start + originOffset));
    }
    byte[] utf8 = toUtf8(out.flip());
    return new Source(utf8, 0, utf8.length, charset, true, originOffset, lie);
  }

  private static byte[] toUtf8(CharBuffer text) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(text);
      return Arrays.copyOf(bytes.array(), bytes.limit());
    } catch (CharacterCodingException e) {
      throw new NotWellFormedException(
          FaultCodes.INVALID_CHARACTER, "half of a surrogate pair", new Position(0, 1, 1));
    }
  }

  /** The place of a scanned byte in the document as it was received. */
  Position position(int index) {
    int offset =
        transcoded
            ? new String(bytes, start, index - start, StandardCharsets.UTF_8)
                .getBytes(charset)
                .length
            : index - start;
    return position(bytes, start, index, offset + originOffset);
  }

  /** Counts lines and columns up to an index; the offset is that of the index in the original. */
  private static Position position(byte[] bytes, int start, int index, int offset) {
    int line = 1;
    int column = 1;
    for (int i = start; i < index; i++) {
      byte b = bytes[i];
      if (b == '\n' || (b == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n'))) {
        line++;
        column = 1;
      } else if ((b & 0xC0) != 0x80 && b != '\r') {
        column++;
      }
    }
    return new Position(offset, line, column);
  }

  /** The encoding that an XML declaration in ASCII-compatible bytes names, or null. */
  private static @Nullable String declaredEncoding(byte[] b, int start, int end) {
    int i = start;
    while (i < end && isBlank(b[i])) {
      i++;
    }
    if (end - i < 6
        || b[i] != '<'
        || b[i + 1] != '?'
        || b[i + 2] != 'x'
        || b[i + 3] != 'm'
        || b[i + 4] != 'l'
        || !isBlank(b[i + 5])) {
      return null;
    }
    int stop = Math.min(end, i + 256);
    StringBuilder text = new StringBuilder();
    for (int j = i; j < stop && b[j] != '>'; j++) {
      text.append((char) (b[j] & 0xFF));
    }
    return encodingOf(text.toString());
  }

  private static @Nullable String encodingOf(String declaration) {
    int at = declaration.indexOf("encoding");
    if (at < 0) {
      return null;
    }
    int open = at + "encoding".length();
    while (open < declaration.length()
        && (declaration.charAt(open) <= ' ' || declaration.charAt(open) == '=')) {
      open++;
    }
    if (open >= declaration.length()) {
      return null;
    }
    int close = declaration.indexOf(declaration.charAt(open), open + 1);
    return close < 0 ? null : declaration.substring(open + 1, close);
  }

  private static Charset named(String name, byte[] document, int start, int end) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      int at =
          start
              + new String(document, start, Math.min(end - start, 256), StandardCharsets.ISO_8859_1)
                  .indexOf(name);
      throw new NotWellFormedException(
          FaultCodes.UNSUPPORTED_ENCODING,
          "the encoding \"" + Texts.printable(name) + "\" is unknown here; send UTF-8",
          position(document, start, at, at - start));
    }
  }

  private static boolean isUtf8(String name) {
    return name.equalsIgnoreCase("UTF-8") || name.equalsIgnoreCase("UTF8");
  }

  private static boolean isAsciiSuperset(Charset charset) {
    String name = charset.name();
    return name.equals("US-ASCII")
        || name.startsWith("ISO-8859-")
        || name.startsWith("windows-125");
  }

  private static boolean isAscii(byte[] b, int start, int end) {
    for (int i = start; i < end; i++) {
      if (b[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** The first bytes of a document that tell its encoding without a word of it being read. */
  private enum Mark {
    UTF_32BE(Charset.forName("UTF-32BE"), 4, 0x00, 0x00, 0xFE, 0xFF),
    UTF_32LE(Charset.forName("UTF-32LE"), 4, 0xFF, 0xFE, 0x00, 0x00),
    UTF_8(StandardCharsets.UTF_8, 3, 0xEF, 0xBB, 0xBF),
    UTF_16BE(StandardCharsets.UTF_16BE, 2, 0xFE, 0xFF),
    UTF_16LE(StandardCharsets.UTF_16LE, 2, 0xFF, 0xFE),
    UNMARKED_UTF_32BE(Charset.forName("UTF-32BE"), 0, 0x00, 0x00, 0x00, '<'),
    UNMARKED_UTF_32LE(Charset.forName("UTF-32LE"), 0, '<', 0x00, 0x00, 0x00),
    UNMARKED_UTF_16BE(StandardCharsets.UTF_16BE, 0, 0x00, '<'),
    UNMARKED_UTF_16LE(StandardCharsets.UTF_16LE, 0, '<', 0x00);

    private static final Mark[] ALL = values();

    private final Charset charset;
    private final int length;
    private final byte[] first;

    Mark(Charset charset, int length, int... first) {
      this.charset = charset;
      this.length = length;
      this.first = new byte[first.length];
      for (int i = 0; i < first.length; i++) {
        this.first[i] = (byte) first[i];
      }
    }

    static @Nullable Mark of(byte[] document, int start, int end) {
      if (end - start < 2 || (document[start] == '<' && document[start + 1] != 0)) {
        return null;
      }
      for (Mark mark : ALL) {
        int stop = start + mark.first.length;
        if (stop <= end && Arrays.equals(document, start, stop, mark.first, 0, mark.first.length)) {
          return mark;
        }
      }
      return null;
    }
  }
}
