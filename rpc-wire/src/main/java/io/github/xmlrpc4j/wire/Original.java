package io.github.xmlrpc4j.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A document as it was received, in an encoding that is not UTF-8. */
final class Original {
  private final byte[] document;
  private final int origin;
  private final int start;
  private final int end;
  private final Charset charset;

  /**
   * Creates the document.
   *
   * @param origin the index of its first byte
   * @param start the index behind its byte order mark
   * @param end the index behind its last byte
   */
  Original(byte[] document, int origin, int start, int end, Charset charset) {
    this.document = document;
    this.origin = origin;
    this.start = start;
    this.end = end;
    this.charset = charset;
  }

  /**
   * The text in UTF-8.
   *
   * @throws NotWellFormedException if the bytes are not in the encoding
   */
  byte[] toUtf8() {
    CharsetDecoder decoder = decoder();
    long most = (long) Math.ceil((end - start) * (double) decoder.maxCharsPerByte()) + 4;
    CharBuffer text = CharBuffer.allocate((int) Math.min(Integer.MAX_VALUE - 8, most));
    ByteBuffer in = ByteBuffer.wrap(document, start, end - start);
    CoderResult result = decoder.decode(in, text, true);
    if (!result.isError()) {
      result = decoder.flush(text);
    }
    text.flip();
    if (result.isError()) {
      throw notInEncoding(text.toString(), in.position());
    }
    return encoded(text);
  }

  private byte[] encoded(CharBuffer text) {
    long most = text.remaining() * 3L;
    ByteBuffer utf8 = ByteBuffer.allocate((int) Math.min(Integer.MAX_VALUE - 8, most));
    // A decoder of UTF-32 lets halves of surrogate pairs pass; this encoder does not.
    if (StandardCharsets.UTF_8.newEncoder().encode(text, utf8, true).isError()) {
      String before = text.flip().toString();
      throw notInEncoding(before, indexAfter(before.length()));
    }
    return Arrays.copyOf(utf8.array(), utf8.position());
  }

  private NotWellFormedException notInEncoding(String before, int at) {
    byte[] utf8 = before.getBytes(StandardCharsets.UTF_8);
    return new NotWellFormedException(
        FaultCodes.INVALID_CHARACTER,
        "the bytes are not " + charset.name(),
        Source.position(utf8, 0, utf8.length, at - origin));
  }

  /** The number of bytes that stand before the character that begins after so many UTF-16 units. */
  int offset(int units) {
    return indexAfter(units) - origin;
  }

  private int indexAfter(int units) {
    ByteBuffer in = ByteBuffer.wrap(document, start, end - start);
    CoderResult unused = decoder().decode(in, CharBuffer.allocate(units), true);
    return in.position();
  }

  private CharsetDecoder decoder() {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
