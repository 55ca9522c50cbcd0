package io.github.xmlrpc4j.server.jetty;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingNestedCallback;

/**
 * Sends the parts of a response's body, one when the other is gone, without a thread that waits.
 */
final class Parts extends IteratingNestedCallback {
  private final Response response;
  private final Iterator<ByteBuffer> parts;

  private Parts(Response response, List<ByteBuffer> parts, Callback sent) {
    super(sent);
    this.response = response;
    this.parts = parts.iterator();
  }

  /** Sends the last parts of a body, or all of it. */
  static void write(Response response, List<ByteBuffer> parts, Callback sent) {
    if (parts.size() == 1) {
      response.write(true, parts.get(0), sent);
    } else {
      new Parts(response, parts, sent).iterate();
    }
  }

  @Override
  protected Action process() {
    if (!parts.hasNext()) {
      return Action.SUCCEEDED;
    }
    ByteBuffer part = parts.next();
    response.write(!parts.hasNext(), part, this);
    return Action.SCHEDULED;
  }
}
