package io.github.xmlrpc4j.wire;

import java.util.Arrays;
import java.util.Base64;

/**
 * The content of one base64 element, decoded as it comes. What is more than digits and blanks, as a
 * comment or a reference, is rare; from there on the content is read as one text.
 */
final class StreamedBytes {
  /** The digits that are decoded at once: whole groups of four. */
  private static final int BLOCK = 16 * 1024;

  private static final int MOST_PADDING = 2;

  private final Window window;
  private final Cursor in;
  private final Scanner scanner;
  private final ElementReader elements;
  private final Position start;
  private byte[] digits = new byte[BLOCK + MOST_PADDING];
  private int count;
  private int padding;
  private boolean blankSeen;
  private byte[] decoded = new byte[0];
  private int next;
  private boolean ended;

  /** Begins at the cursor, behind the start tag. */
  StreamedBytes(Window window, Scanner scanner, ElementReader elements, Limits limits) {
    this.window = window;
    this.in = window.cursor();
    this.scanner = scanner;
    this.elements = elements;
    this.start = in.position(in.pos);
    elements.settle();
    window.keep();
  }

  /** Some of the bytes; -1 behind the last, where the cursor is at the end tag. */
  int read(byte[] into, int offset, int length) {
    while (next == decoded.length && !ended) {
      if (isBlockTaken()) {
        decode();
      }
    }
    int taken = Math.min(length, decoded.length - next);
    System.arraycopy(decoded, next, into, offset, taken);
    next += taken;
    return taken == 0 && length > 0 ? -1 : taken;
  }

  /** Takes what is there of digits and blanks, and tells whether it can be decoded. */
  private boolean isBlockTaken() {
    if (!scanner.isSelfClosed()) {
      window.requireBytes();
      while (in.pos < in.end && Base64Text.isContent(in.buf[in.pos])) {
        take(in.buf[in.pos++]);
        if (count >= BLOCK && padding == 0) {
          return true;
        }
      }
      if (in.pos == in.end && !window.isWhole()) {
        return false;
      }
    }
    takeRest();
    return true;
  }

  private void take(byte b) {
    if (Texts.isBlank((char) b)) {
      blankSeen = true;
      return;
    }
    if (b == '=') {
      padding++;
    } else if (padding > 0) {
      throw elements.notXmlRpc(Base64Text.BEHIND_PADDING, start);
    }
    if (padding > MOST_PADDING) {
      throw elements.notXmlRpc(Base64Text.CUT_SHORT, start);
    }
    digits[count++] = b;
  }

  private void takeRest() {
    ended = true;
    window.requireTags(2);
    String text = scanner.text(TextLimit.BASE64);
    digits = Arrays.copyOf(digits, digits.length + text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || !Base64Text.isContent((byte) c)) {
        throw elements.notXmlRpc(
            padding > 0 ? Base64Text.BEHIND_PADDING : Base64Text.NO_DIGIT, start);
      }
      take((byte) c);
    }
    if ((count - padding) % 4 == 1 || (padding > 0 && count % 4 != 0)) {
      throw elements.notXmlRpc(Base64Text.CUT_SHORT, start);
    }
    if (blankSeen) {
      elements.note(Deviation.BASE64_WHITE_SPACE, start);
    }
    if (count % 4 != 0) {
      elements.note(Deviation.BASE64_UNPADDED, start);
    }
  }

  private void decode() {
    decoded = Base64.getDecoder().decode(Arrays.copyOf(digits, count));
    next = 0;
    count = 0;
  }
}
