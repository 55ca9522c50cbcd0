package io.github.xmlrpc4j.fuzz;

import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.util.List;

/** Arbitrary bytes read as a response. */
public final class ResponseReader {
  private ResponseReader() {}

  /** Reads the bytes in every way. */
  public static void fuzzerTestOneInput(byte[] document) {
    Reading.checkSlice(document, Way.ALL.get(0), MethodResponse::read);
    for (Way way : Way.ALL) {
      MethodResponse response = Reading.of(document, way, MethodResponse::read).message();
      if (response != null) {
        Memory.checkKept(List.of(content(response)), document.length);
      }
    }
  }

  private static Value content(MethodResponse response) {
    return response instanceof MethodResponse.Failure failure
        ? failure.fault().toValue()
        : response.orElseThrow();
  }
}
