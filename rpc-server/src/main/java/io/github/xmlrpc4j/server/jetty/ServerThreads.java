package io.github.xmlrpc4j.server.jetty;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The threads of a server, of which no two read the requests of one connection at a time. */
final class ServerThreads extends QueuedThreadPool {
  ServerThreads(int most) {
    super(most);
  }

  /** Runs a job; one that is a connection goes on with its next request. */
  @Override
  public void execute(Runnable job) {
    super.execute(
        job instanceof Connection connection
                && connection.getEndPoint() instanceof PacedEndPoint endPoint
            ? () -> endPoint.readAlone(job)
            : job);
  }
}
