package io.github.xmlrpc4j.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What becomes of a call whose last parameter is read as a stream: its parameters and what was
 * noted, or the error, and all that was read before it.
 */
record Streamed(String method, List<Value> params, List<Sighting> sightings, String error) {
  /** Reads a document that is there already. */
  static Streamed whole(byte[] document, Dialect dialect, Limits limits) {
    return read(() -> DocumentReader.of(document, dialect, limits));
  }

  /** Reads a document that comes in two pieces. */
  static Streamed cutAt(int place, byte[] document, Dialect dialect, Limits limits) {
    ByteSource source = source(document, position -> position < place ? place : document.length);
    return read(() -> DocumentReader.of(source, null, dialect, limits));
  }

  /** Reads a document that comes in pieces of a size. */
  static Streamed inPiecesOf(int size, byte[] document, Dialect dialect, Limits limits) {
    return read(() -> DocumentReader.of(pieces(size, document), null, dialect, limits));
  }

  private static ByteSource pieces(int size, byte[] document) {
    return source(document, position -> Math.min(document.length, position + size));
  }

  /** A source whose pieces end where they are told to, from where they begin. */
  private static ByteSource source(byte[] document, IntUnaryOperator end) {
    ByteBuffer left = ByteBuffer.wrap(document);
    return (into, offset, length) -> {
      if (!left.hasRemaining()) {
        return -1;
      }
      int count = Math.min(length, end.applyAsInt(left.position()) - left.position());
      left.get(into, offset, count);
      return count;
    };
  }

  private interface Opening {
    DocumentReader reader();
  }

  private static Streamed read(Opening opening) {
    List<Value> params = new ArrayList<>();
    String method = "";
    try {
      DocumentReader in = opening.reader();
      method = in.beginCall();
      while (in.nextParam()) {
        readParam(in, params.size() == streamed(method), params);
      }
      in.endCall();
      return new Streamed(method, params, in.sightings(), "");
    } catch (WireException e) {
      return new Streamed(method, params, List.of(), e.toString());
    }
  }

  /** The number of the parameter that is a stream: the method's name says so. */
  private static int streamed(String method) {
    return method.matches(".*[0-9]") ? method.charAt(method.length() - 1) - '0' : 0;
  }

  private static void readParam(DocumentReader in, boolean stream, List<Value> params) {
    if (!stream) {
      params.add(in.readValue());
    } else {
      in.beginStream();
      List<Value> elements = new ArrayList<>();
      while (in.hasNext()) {
        elements.add(in.readValue());
      }
      in.endArray();
      params.add(new Value.Array(elements));
    }
  }

  /** The number of the rows of a call's one parameter, each of which is read as a stream too. */
  static int rowsInPiecesOf(int size, byte[] document, Dialect dialect) {
    DocumentReader in = DocumentReader.of(pieces(size, document), null, dialect, Limits.DEFAULT);
    String method = in.beginCall();
    boolean more = in.nextParam();
    int rows = 0;
    in.beginStream();
    while (in.hasNext()) {
      in.beginStream();
      while (in.hasNext()) {
        in.skipValue();
      }
      in.endArray();
      rows++;
    }
    in.endArray();
    more = more && in.nextParam();
    in.endCall();
    return more || method.isEmpty() ? -1 : rows;
  }

  /** The bytes of the one parameter of a call. */
  static String bytes(DocumentReader in) {
    try {
      String method = in.beginCall();
      boolean more = in.nextParam();
      in.beginBytes();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] piece = new byte[1_000];
      for (int count = in.readBytes(piece, 0, 1_000); count >= 0; ) {
        bytes.write(piece, 0, count);
        count = in.readBytes(piece, 0, 1_000);
      }
      more = more && in.nextParam();
      in.endCall();
      return method + more + in.sightings() + Arrays.toString(bytes.toByteArray());
    } catch (WireException e) {
      return e.toString();
    }
  }

  static String bytesInPiecesOf(int size, byte[] document, Dialect dialect, Limits limits) {
    return bytes(DocumentReader.of(pieces(size, document), null, dialect, limits));
  }
}
