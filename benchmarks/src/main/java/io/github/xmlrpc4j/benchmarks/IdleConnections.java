package io.github.xmlrpc4j.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The memory of kept connections on which nothing happens, after some calls on each. */
final class IdleConnections {
  /** All pages of the heap are there from the start, so that what grows is outside of it. */
  private static final List<String> FLAGS = List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch");

  /** The second makes what Jetty keeps of a connection's headers. */
  private static final int CALLS = 3;

  private IdleConnections() {}

  /** Takes the number of rounds and that of connections. */
  public static void main(String[] args) throws Exception {
    int connections = Integer.parseInt(args[1]);
    for (int round = 0; round < Integer.parseInt(args[0]); round++) {
      measure("bare Jetty, blocking", connections, "bare");
      measure("xmlrpc4j", connections, "xmlrpc4j", "200");
    }
  }

  private static void measure(String name, int connections, String... args) throws Exception {
    List<SocketLoop> open = new ArrayList<>();
    try (ServerProcess server =
        ServerProcess.start(ServerProcess.java(FLAGS, ScaleServer.class, args))) {
      Load.threads(4, Duration.ofSeconds(1), () -> loop(server));
      double heap = server.heapKilobytes();
      double resident = server.residentKilobytes();
      for (int i = 0; i < connections; i++) {
        open.add(loop(server));
        for (int call = 0; call < CALLS; call++) {
          open.get(i).once();
        }
      }
      String work = connections + " connections idle after " + CALLS + " calls";
      double heapGrowth = server.heapKilobytes() - heap;
      double growth = server.residentKilobytes() - resident;
      Rounds.print(name, work, "heap kB a connection", heapGrowth / connections);
      Rounds.print(name, work, "kB a connection outside the heap", growth / connections);
    } finally {
      for (SocketLoop each : open) {
        each.close();
      }
    }
  }

  private static SocketLoop loop(ServerProcess server) throws Exception {
    return new SocketLoop(server.uri(), SmallCall.REQUEST);
  }
}
