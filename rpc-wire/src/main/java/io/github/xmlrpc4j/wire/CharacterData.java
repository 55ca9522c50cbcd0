package io.github.xmlrpc4j.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text between two tags: CDATA sections and references are resolved, comments and processing
 * instructions dropped, line ends made LF (XML 1.0, 2.11).
 */
final class CharacterData {
  private static final String CDATA_END = "]]>";

  /** The bytes after which a text's length is looked at again. */
  private static final int BLOCK = 512;

  private static final char[] NONE = {};

  private final Cursor in;
  private final Limits limits;
  private char[] chars = NONE;
  private int length;

  CharacterData(Cursor in, Limits limits) {
    this.in = in;
    this.limits = limits;
  }

  /** Passes text up to the next tag and returns it, or null if the document ends before one. */
  @Nullable String read(TextLimit limit) {
    int start = in.pos;
    int at = plainRun(in, start);
    if (isTag(at)) {
      requireLength(at - start, limit, start);
      in.pos = at;
      return new String(in.buf, start, at - start, StandardCharsets.ISO_8859_1);
    }
    length = 0;
    run(limit, start);
    while (in.pos < in.end) {
      if (isTag(in.pos)) {
        return new String(chars, 0, length);
      }
      special(limit, start);
      run(limit, start);
    }
    return null;
  }

  /** Takes the characters at the cursor that stand for themselves, in ASCII and beyond. */
  private void run(TextLimit limit, int start) {
    int from;
    do {
      from = in.pos;
      reserve(BLOCK);
      runOfBlock(Math.min(in.end, from + BLOCK));
      requireLength(length, limit, start);
    } while (in.pos - from >= BLOCK);
  }

  /** Takes such characters up to an index at least, for which there is room. */
  private void runOfBlock(int stop) {
    byte[] buf = in.buf;
    char[] to = chars;
    int lastWord = in.end - Integer.BYTES;
    int at = in.pos;
    int count = length;
    while (at < stop) {
      byte b = buf[at];
      if (b >= 0) {
        if (!XmlChars.isPlain(b)) {
          break;
        }
        to[count++] = (char) b;
        at++;
        continue;
      }
      int c = at <= lastWord ? Utf8.decode(Words.intAt(buf, at)) : -1;
      if (c < 0) {
        break;
      }
      to[count++] = (char) c;
      at += c < 0x800 ? 2 : 3;
    }
    in.pos = at;
    length = count;
  }

  /** The end of the run of ASCII characters from an index that stand for themselves. */
  static int plainRun(Cursor in, int from) {
    byte[] buf = in.buf;
    int end = in.end;
    int at = from;
    int lastWord = end - Words.BYTES;
    while (at <= lastWord) {
      long marks = Words.special(Words.at(buf, at));
      if (marks == 0) {
        at += Words.BYTES;
        continue;
      }
      at += Words.first(marks);
      if (!XmlChars.isPlain(buf[at])) {
        return at;
      }
      at++;
    }
    while (at < end && XmlChars.isPlain(buf[at])) {
      at++;
    }
    return at;
  }

  /** Whether a start or end tag begins at an index, and not a comment or the like. */
  private boolean isTag(int at) {
    return at + 1 < in.end && in.buf[at] == '<' && in.buf[at + 1] != '!' && in.buf[at + 1] != '?';
  }

  /** Takes what stands at the cursor and is neither a plain character nor a tag. */
  private void special(TextLimit limit, int start) {
    switch (in.buf[in.pos]) {
      case '<' -> {
        if (Asides.isCdata(in)) {
          cdata(limit, start);
        } else {
          Asides.pass(in);
        }
      }
      case '&' -> append(References.read(in));
      case '\r' -> lineEnd();
      case ']' -> {
        if (in.startsWith(CDATA_END)) {
          throw in.malformed("']]>' in text");
        }
        character();
      }
      default -> character();
    }
  }

  private void cdata(TextLimit limit, int start) {
    int section = in.pos;
    in.pos += Asides.CDATA.length();
    while (in.pos < in.end) {
      if (in.startsWith(CDATA_END)) {
        in.pos += CDATA_END.length();
        return;
      }
      if (in.buf[in.pos] == '\r') {
        lineEnd();
      } else {
        character();
      }
      requireLength(length, limit, start);
    }
    throw in.malformed("the document ends inside the CDATA section that begins here", section);
  }

  private void lineEnd() {
    in.pos += in.startsWith("\r\n") ? 2 : 1;
    append('\n');
  }

  private void character() {
    int c = in.character();
    in.pos += Utf8.length(c);
    append(c);
  }

  private void append(int codePoint) {
    reserve(2);
    if (codePoint <= Character.MAX_VALUE) {
      chars[length++] = (char) codePoint;
    } else {
      length += Character.toChars(codePoint, chars, length);
    }
  }

  private void reserve(int more) {
    if (chars.length - length < more) {
      chars = Arrays.copyOf(chars, Math.max(length + more + 64, chars.length * 2));
    }
  }

  private void requireLength(int units, TextLimit limit, int start) {
    if (units > limit.length(limits)) {
      throw limit.exceeded(limits, in.position(start));
    }
  }
}
