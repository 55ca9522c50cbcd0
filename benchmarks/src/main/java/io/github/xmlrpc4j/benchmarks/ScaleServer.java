package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A server for many connections. It tells what its heap holds whenever it is sent a line. */
final class ScaleServer {
  private ScaleServer() {}

  /** Takes {@code bare} or {@code xmlrpc4j}, and of the latter the number of threads. */
  public static void main(String[] args) throws Exception {
    int port = args[0].equals("bare") ? PeerServers.blocking() : ours(Integer.parseInt(args[1]));
    System.out.println(port);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (in.readLine() != null) {
      System.gc();
      System.gc();
      long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      System.out.println(used / 1e3);
    }
  }

  private static int ours(int threads) {
    return RpcServer.builder()
        .register(Methods.Marked.class, new Methods.Served())
        .method(MethodDefinition.of("sleep", int.class, int.class, ScaleServer::sleep))
        .method(MethodDefinition.of("unmarked", int.class, int.class, number -> number))
        .maxThreads(threads)
        .idleTimeout(Duration.ofMinutes(10))
        .start()
        .port();
  }

  private static int sleep(int millis) {
    try {
      Thread.sleep(millis);
      return millis;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
