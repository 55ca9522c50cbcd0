package io.github.xmlrpc4j.samples.sockets;

import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** A server of one method: how many primes there are from a number on, up to another. */
final class Worker {
  static final String USAGE = "worker [--host HOST] [--port PORT]";

  private Worker() {}

  static void run(String... args) throws IOException {
    InetSocketAddress address = Options.of(USAGE, args).address(7001);
    try (RpcServer server = start(address.getHostString(), address.getPort())) {
      Sockets.tellPort(address, server.port());
      System.out.println("server ready");
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static RpcServer start(String host, int port) throws IOException {
    try {
      return RpcServer.builder()
          .bind(host, port)
          .method(MethodDefinition.of("primes", int.class, int.class, int.class, Worker::primes))
          .start();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static int primes(int from, int to) {
    return (int) IntStream.range(Math.max(from, 2), to).filter(Worker::isPrime).count();
  }

  private static boolean isPrime(int number) {
    return IntStream.rangeClosed(2, (int) Math.sqrt(number)).noneMatch(i -> number % i == 0);
  }
}
