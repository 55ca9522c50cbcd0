package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A document from a file, which may have the head of an HTTP message before it. */
final class CapturedFile {
  private static final Pattern HTTP = Pattern.compile("\\A(?:[A-Z]+ \\S+ HTTP/|HTTP/)\\d");

  private static final Pattern CALL =
      Pattern.compile("\\A[^<]*(?:<[?!][^>]*>[^<]*)*<(?:[^\\s<>:]+:)?methodCall\\b");

  /** How much of a document is looked at to tell what it is. */
  private static final int BEGINNING = 4_096;

  private final String name;
  private final byte[] document;

  /** How many lines stand before the document. */
  private final int headLines;

  private CapturedFile(String name, byte[] document, int headLines) {
    this.name = name;
    this.document = document;
    this.headLines = headLines;
  }

  /** Reads a file; {@code -} is standard input. */
  static CapturedFile read(Terminal terminal, String name) {
    try {
      byte[] bytes =
          name.equals("-") ? terminal.in().readAllBytes() : Files.readAllBytes(Path.of(name));
      int head = headLength(bytes);
      int lines = (int) new String(bytes, 0, head, StandardCharsets.ISO_8859_1).lines().count();
      return new CapturedFile(
          name.equals("-") ? "(standard input)" : name,
          Arrays.copyOfRange(bytes, head, bytes.length),
          lines);
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException("cannot read " + name + ": " + e.getMessage(), e);
    }
  }

  private static int headLength(byte[] bytes) {
    if (!HTTP.matcher(beginning(bytes)).find()) {
      return 0;
    }
    for (int i = 1; i < bytes.length; i++) {
      boolean emptyLine =
          bytes[i - 1] == '\n' || (i > 1 && bytes[i - 1] == '\r' && bytes[i - 2] == '\n');
      if (bytes[i] == '\n' && emptyLine) {
        return i + 1;
      }
    }
    return 0;
  }

  /** The file's name. */
  String name() {
    return name;
  }

  /** The document's bytes, which are not to be changed. */
  byte[] document() {
    return document;
  }

  /** Whether the document is a call, as far as its beginning tells. */
  boolean isCall() {
    // What is not UTF-8 has a zero byte beside each ASCII one.
    return CALL.matcher(beginning(document).replace("\0", "")).find();
  }

  /** A place in the document as editors and compilers name it. */
  String place(Position position) {
    return name + ":" + (position.line() + headLines) + ":" + position.column();
  }

  private static String beginning(byte[] bytes) {
    return new String(bytes, 0, Math.min(BEGINNING, bytes.length), StandardCharsets.ISO_8859_1);
  }
}
