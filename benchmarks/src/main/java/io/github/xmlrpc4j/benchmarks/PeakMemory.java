package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The smallest heap with which large calls pass, found by trying: the server's, which reads the
 * document and writes it back, and the client's, which has the argument and keeps the result. It is
 * the whole heap, with what the JVM and the program need for a small call, and with what a
 * collector leaves unused.
 */
final class PeakMemory {
  private static final int STEP = 2;
  private static final int LARGEST = 128;

  /** One call that passes may have been lucky. */
  private static final int CALLS = 3;

  private PeakMemory() {}

  /**
   * How garbage is collected. One keeps arrays as long as these in regions of their own, which it
   * does not move; the other has a young generation that they do not go to.
   */
  private enum Collector {
    G1("-XX:+UseG1GC"),
    SERIAL("-XX:+UseSerialGC");

    private final String flag;

    Collector(String flag) {
      this.flag = flag;
    }

    List<String> flags(int megabytes) {
      return List.of(flag, "-Xmx" + megabytes + "m");
    }

    @Override
    public String toString() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  /** What is sent and comes back. */
  private enum Large {
    NOTHING("a small call", Payload.SMALL, SmallCall.METHOD),
    BASE64("16 MiB of base64", Payload.BASE64, "base64"),
    INTS("1,000,000 ints as int[]", Payload.INTS, "ints"),
    INTEGERS("1,000,000 ints as List<Integer>", Payload.INTS, "integers");

    private final String title;
    private final Payload payload;
    private final String method;

    Large(String title, Payload payload, String method) {
      this.title = title;
      this.payload = payload;
      this.method = method;
    }
  }

  /** Whether a program passes with a heap of some megabytes. */
  @FunctionalInterface
  private interface Trial {
    boolean passes(int megabytes) throws Exception;
  }

  /** Takes nothing, or of the client's side the server's address and what is sent. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      call(URI.create(args[0]), Large.valueOf(args[1]));
      System.exit(0);
    }
    for (Large large : Large.values()) {
      byte[] document = new MethodCall(large.method, large.payload.params()).write();
      try (ServerProcess server = server(Collector.G1, LARGEST)) {
        for (Collector collector : Collector.values()) {
          print(
              "server, " + collector,
              large,
              document,
              smallest(heap -> serves(collector, heap, document, large)));
          print(
              "client, " + collector,
              large,
              document,
              smallest(heap -> calls(collector, heap, server.uri(), large)));
        }
      }
    }
  }

  private static void print(String side, Large large, byte[] document, int megabytes) {
    String name = "xmlrpc4j, " + side;
    Rounds.print(name, large.title, "smallest heap MiB", megabytes);
    if (large.payload.isLarge()) {
      Rounds.print(
          name, large.title, "documents in the heap", megabytes * 1024.0 * 1024 / document.length);
    }
  }

  private static int smallest(Trial trial) throws Exception {
    int fails = 0;
    int passes = LARGEST / STEP;
    while (passes - fails > 1) {
      int middle = (fails + passes) / 2;
      if (trial.passes(middle * STEP)) {
        passes = middle;
      } else {
        fails = middle;
      }
    }
    if (passes * STEP == LARGEST && !trial.passes(LARGEST)) {
      throw new IllegalStateException("a call does not pass with " + LARGEST + " MiB");
    }
    return passes * STEP;
  }

  private static ServerProcess server(Collector collector, int megabytes) throws IOException {
    return ServerProcess.start(
        ServerProcess.java(
            collector.flags(megabytes),
            ServerContender.Serving.class,
            ServerContender.TYPED.name()));
  }

  private static boolean serves(Collector collector, int megabytes, byte[] document, Large large) {
    try (ServerProcess server = server(collector, megabytes)) {
      Value expected = large.payload.result();
      return IntStream.range(0, CALLS).allMatch(i -> answers(server.uri(), document, expected));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean answers(URI uri, byte[] document, Value expected) {
    try {
      return MethodResponse.read(Load.post(uri, document))
          .equals(new MethodResponse.Success(expected));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean calls(Collector collector, int megabytes, URI uri, Large large)
      throws Exception {
    Process client =
        new ProcessBuilder(
                ServerProcess.java(
                    collector.flags(megabytes), PeakMemory.class, uri.toString(), large.name()))
            .redirectErrorStream(true)
            .redirectOutput(new File("benchmarks/target/clients.log"))
            .start();
    if (!client.waitFor(1, TimeUnit.MINUTES)) {
      client.destroyForcibly();
      return false;
    }
    return client.exitValue() == 0;
  }

  private static void call(URI uri, Large large) {
    BooleanSupplier call = call(ServerProxy.to(uri).as(Methods.class), large);
    for (int i = 0; i < CALLS; i++) {
      if (!call.getAsBoolean()) {
        throw new IllegalStateException("another answer");
      }
    }
  }

  private static BooleanSupplier call(Methods methods, Large large) {
    return switch (large) {
      case NOTHING -> () -> methods.add(1, 2, 3, 4, 5) == SmallCall.SUM;
      case BASE64 -> same(Payload.bytes(), methods::base64, Arrays::equals);
      case INTS -> same(Payload.ints().toArray(), methods::ints, Arrays::equals);
      case INTEGERS -> same(Payload.ints().boxed().toList(), methods::integers, List::equals);
    };
  }

  /** Calls with an argument that is there from the start, and tells whether it comes back. */
  private static <T> BooleanSupplier same(
      T argument, UnaryOperator<T> method, BiPredicate<T, T> equal) {
    return () -> equal.test(method.apply(argument), argument);
  }
}
