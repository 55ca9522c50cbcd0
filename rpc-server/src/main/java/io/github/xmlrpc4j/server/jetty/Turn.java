package io.github.xmlrpc4j.server.jetty;

import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is on a connection that carries a stream: the time that a method takes between two
 * pieces of it is none that the peer has wasted.
 */
final class Turn {
  private final @Nullable PacedEndPoint connection;
  private long since = System.nanoTime();

  Turn(Request request) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    connection = endPoint instanceof PacedEndPoint paced ? paced : null;
  }

  /** From now on the peer is waited for. */
  void ofPeer() {
    if (connection != null) {
      connection.excuse(System.nanoTime() - since);
    }
  }

  /** From now on the peer waits. */
  void ofMethod() {
    since = System.nanoTime();
  }
}
