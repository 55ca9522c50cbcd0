package io.github.xmlrpc4j.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of a document: that of its byte order mark, else that of its XML declaration, else
 * the one the transport named, else UTF-8 (XML 1.0, appendix F).
 *
 * @param charset the encoding
 * @param markLength the length of the byte order mark in bytes
 */
record Encoding(Charset charset, int markLength) {
  private static final Encoding UTF_8 = new Encoding(StandardCharsets.UTF_8, 0);
  private static final int LONGEST_DECLARATION = 256;
  private static final int SHORTEST_DECLARATION = "<?xml version='1.0' encoding=''?".length();

  /** What a declaration says, and the index at which it does. */
  private record Declared(String name, int index) {
    private static final Pattern WORDS =
        Pattern.compile("<\\?xml\\s.*?\\sencoding\\s*=\\s*(['\"])(.*?)\\1", Pattern.DOTALL);

    static @Nullable Declared in(byte[] document, int start, int end) {
      Matcher words =
          WORDS.matcher(new String(document, start, end - start, StandardCharsets.ISO_8859_1));
      return words.lookingAt() ? new Declared(words.group(2), start + words.start(2)) : null;
    }

    @Nullable Charset charset() {
      try {
        return Charset.forName(name);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
  }

  /**
   * Finds the encoding of the document that stands between two indexes.
   *
   * @throws NotWellFormedException if it is declared and unknown
   */
  static Encoding of(byte[] document, int start, int end, @Nullable Charset hint) {
    Mark mark = isNarrow(document, start, end) ? null : Mark.of(document, start, end);
    if (mark != null) {
      return new Encoding(mark.charset, mark.length);
    }
    if (XmlDeclaration.isOfUtf8At(document, start, end)) {
      return UTF_8;
    }
    Declared declared = declared(document, start, end);
    if (declared != null) {
      Charset charset = declared.charset();
      if (charset == null) {
        throw unknown(declared, document, start);
      }
      // Whoever can read the name one byte at a time knows that it is a lie.
      return isWide(charset) ? UTF_8 : new Encoding(charset, 0);
    }
    return hint == null || (isWide(hint) && isNarrow(document, start, end))
        ? UTF_8
        : new Encoding(hint, 0);
  }

  /** Whether an XML declaration at the beginning of bytes that are now UTF-8 tells the truth. */
  boolean isDeclaredIn(byte[] document, int start, int end) {
    if (XmlDeclaration.isOfUtf8At(document, start, end)) {
      return charset.equals(StandardCharsets.UTF_8);
    }
    Declared declared = declared(document, start, end);
    if (declared == null) {
      return true;
    }
    Charset named = declared.charset();
    return named != null && family(named).equals(family(charset));
  }

  /** Whether ASCII bytes mean ASCII characters, for the encodings that are not rare. */
  boolean isAsciiSuperset() {
    String name = charset.name();
    return name.equals("US-ASCII")
        || name.startsWith("ISO-8859-")
        || name.startsWith("windows-125");
  }

  private static String family(Charset charset) {
    String name = charset.name();
    return isWide(charset) ? (name.contains("16") ? "UTF-16" : "UTF-32") : name;
  }

  private static boolean isWide(Charset charset) {
    return charset.name().contains("UTF-16") || charset.name().contains("UTF-32");
  }

  /** Whether the first two bytes are those of characters of one byte each. */
  private static boolean isNarrow(byte[] document, int start, int end) {
    return end - start < 2 || (document[start] > 0 && document[start + 1] > 0);
  }

  private static NotWellFormedException unknown(Declared declared, byte[] document, int start) {
    return new NotWellFormedException(
        FaultCodes.UNSUPPORTED_ENCODING,
        "the encoding \"" + Texts.printable(declared.name) + "\" is unknown here; send UTF-8",
        Source.position(document, start, declared.index, declared.index - start));
  }

  /** What an XML declaration in ASCII-compatible bytes says, or null. */
  private static @Nullable Declared declared(byte[] document, int start, int end) {
    if (XmlDeclaration.isSilentAt(document, start, end)) {
      return null;
    }
    int at = start;
    while (at < end && Cursor.isBlank(document[at])) {
      at++;
    }
    int stop = at;
    int last = Math.min(end, at + LONGEST_DECLARATION);
    while (stop < last && document[stop] != '>') {
      stop++;
    }
    return stop - at < SHORTEST_DECLARATION ? null : Declared.in(document, at, stop);
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

    @SuppressWarnings("ImmutableEnumChecker") // Nobody writes into it.
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
