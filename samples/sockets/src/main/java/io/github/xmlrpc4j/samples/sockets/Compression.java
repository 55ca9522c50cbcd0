package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Data made smaller with zlib: in one go, and as a stream that may be longer than memory. {@code
 * deflate} and {@code inflate} are filters from standard input to standard output.
 */
final class Compression {
  static final String USAGE = "compression show|deflate|inflate";

  private static final String TEXT =
      "A very long test string to evaluate compression and how much it improves bandwidth usage";

  private Compression() {}

  static void run(String... args) throws IOException {
    switch (Options.of(USAGE, args).role()) {
      case "deflate" -> deflate();
      case "inflate" -> inflate();
      default -> show(TEXT.getBytes(US_ASCII));
    }
  }

  private static void show(byte[] text) throws IOException {
    byte[] data = compress(text);
    System.out.println(text.length);
    System.out.println(Repr.bytes(data));
    System.out.println(data.length);
    System.out.println(Repr.bytes(decompress(data, text.length)));
  }

  private static byte[] compress(byte[] text) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(text);
      deflater.finish();
      // Text that cannot be made smaller grows by a few bytes.
      byte[] data = new byte[text.length + 64];
      return Arrays.copyOf(data, deflater.deflate(data));
    } finally {
      deflater.end();
    }
  }

  private static byte[] decompress(byte[] data, int length) throws IOException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(data);
      byte[] text = new byte[length];
      return Arrays.copyOf(text, inflater.inflate(text));
    } catch (DataFormatException e) {
      throw new IOException("this is not zlib data: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  private static void deflate() throws IOException {
    DeflaterOutputStream out = new DeflaterOutputStream(System.out);
    System.in.transferTo(out);
    out.finish();
    System.out.flush();
  }

  private static void inflate() throws IOException {
    try {
      new InflaterInputStream(System.in).transferTo(System.out);
      System.out.flush();
    } catch (ZipException e) {
      throw new IOException("this is not zlib data: " + e.getMessage(), e);
    }
  }
}
