package io.github.xmlrpc4j.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A case as its file has it: lines of a key and a text, an empty line, a document. */
final class CaseFile {
  private static final Pattern LINE = Pattern.compile("([a-z]+): (.+)");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:x([0-9A-F]{2})|u([0-9A-F]{4})|([rnt\\\\]))");

  private final Map<String, List<String>> header = new LinkedHashMap<>();
  private final String text;

  private CaseFile(String file) {
    int end = file.indexOf("\n\n");
    if (end < 0 || !file.endsWith("\n")) {
      throw new IllegalArgumentException("no empty line before the document, or none behind it");
    }
    file.substring(0, end).lines().forEach(this::add);
    text = file.substring(end + 2, file.length() - 1);
  }

  private void add(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no \"key: text\": " + line);
    }
    header.computeIfAbsent(parts.group(1), key -> new ArrayList<>()).add(parts.group(2));
  }

  static CaseFile read(Path path) {
    try {
      return new CaseFile(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All texts of a key, which may stand any number of times. */
  List<String> all(String key) {
    return header.getOrDefault(key, List.of());
  }

  /** The text of a key that may stand once. */
  @Nullable String optional(String key) {
    List<String> texts = all(key);
    if (texts.size() > 1) {
      throw new IllegalArgumentException(key + " stands twice");
    }
    return texts.isEmpty() ? null : texts.get(0);
  }

  String required(String key) {
    String text = optional(key);
    if (text == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return text;
  }

  void requireNoOtherThan(List<String> keys) {
    List<String> others = header.keySet().stream().filter(key -> !keys.contains(key)).toList();
    if (!others.isEmpty()) {
      throw new IllegalArgumentException("unknown keys: " + others);
    }
  }

  /** The document's bytes: the text in its encoding, and the escapes that stand for bytes. */
  byte[] document() {
    String encoding = optional("encoding");
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    if (optional("escapes") == null) {
      return encoded(text, charset);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder chars = new StringBuilder();
    Matcher escape = ESCAPE.matcher(text);
    while (escape.find()) {
      if (escape.group(1) == null) {
        escape.appendReplacement(chars, Matcher.quoteReplacement(character(escape)));
      } else {
        escape.appendReplacement(chars, "");
        bytes.writeBytes(encoded(chars.toString(), charset));
        chars.setLength(0);
        bytes.write(Integer.parseInt(escape.group(1), 16));
      }
    }
    escape.appendTail(chars);
    bytes.writeBytes(encoded(chars.toString(), charset));
    return bytes.toByteArray();
  }

  private static String character(Matcher escape) {
    if (escape.group(2) != null) {
      return String.valueOf((char) Integer.parseInt(escape.group(2), 16));
    }
    return switch (escape.group(3)) {
      case "r" -> "\r";
      case "n" -> "\n";
      case "t" -> "\t";
      default -> "\\";
    };
  }

  private static byte[] encoded(String chars, Charset charset) {
    try {
      ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(chars));
      byte[] all = new byte[bytes.remaining()];
      bytes.get(all);
      return all;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a character that " + charset + " does not have", e);
    }
  }
}
