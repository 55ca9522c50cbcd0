package io.github.xmlrpc4j.cli;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import java.nio.charset.StandardCharsets;

/** A call as a line of the shell. */
final class CurlCode {
  private CurlCode() {}

  static String of(MethodCall call, String url) {
    String body = new String(call.write(Dialect.EXTENDED, Limits.DEFAULT), StandardCharsets.UTF_8);
    String end = "XML";
    while (body.lines().anyMatch(end::equals)) {
      end += "_";
    }
    return "curl -H 'Content-Type: text/xml' --data-binary @- "
        + "'"
        + url.replace("'", "'\\''")
        + "' <<'"
        + end
        + "'\n"
        + body
        + (body.endsWith("\n") ? "" : "\n")
        + end
        + "\n";
  }
}
