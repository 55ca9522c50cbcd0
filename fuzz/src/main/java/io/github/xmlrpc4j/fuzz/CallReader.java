package io.github.xmlrpc4j.fuzz;

import io.github.xmlrpc4j.wire.MethodCall;

/** Arbitrary bytes read as a method call, as values and as types. */
public final class CallReader {
  private CallReader() {}

  /** Reads the bytes in every way. */
  public static void fuzzerTestOneInput(byte[] document) {
    Reading.checkSlice(document, Way.ALL.get(0), MethodCall::read);
    for (Way way : Way.ALL) {
      MethodCall call = Reading.of(document, way, MethodCall::read).message();
      if (call != null) {
        Memory.checkKept(call.params(), document.length);
      }
    }
    TypedCall.read(document);
  }
}
