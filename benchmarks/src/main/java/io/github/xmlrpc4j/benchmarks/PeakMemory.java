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
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The smallest heap with which large calls pass, found by trying: the server's, which reads the
 * document and writes it back, and the client's, which has the argument and keeps the result.
 */
final class PeakMemory {
  private static final int STEP = 4;
  private static final int LARGEST = 512;

  /** One call that passes may have been lucky. */
  private static final int CALLS = 3;

  private PeakMemory() {}

  /** What is sent and comes back. */
  private enum Large {
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
      print("server", large, document, smallest(heap -> serves(heap, document, large)));
      try (ServerProcess server = server(LARGEST)) {
        print("client", large, document, smallest(heap -> calls(heap, server.uri(), large)));
      }
    }
  }

  private static void print(String side, Large large, byte[] document, int megabytes) {
    String name = "xmlrpc4j, " + side;
    Rounds.print(name, large.title, "smallest heap MiB", megabytes);
    Rounds.print(
        name, large.title, "documents in the heap", megabytes * 1024.0 * 1024 / document.length);
  }

  private static int smallest(Trial trial) throws Exception {
    if (!trial.passes(LARGEST)) {
      throw new IllegalStateException("a call does not pass with " + LARGEST + " MiB");
    }
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
    return passes * STEP;
  }

  private static ServerProcess server(int megabytes) throws IOException {
    List<String> flags = List.of("-Xmx" + megabytes + "m");
    return ServerProcess.start(
        ServerProcess.java(flags, ServerContender.Serving.class, ServerContender.TYPED.name()));
  }

  private static boolean serves(int megabytes, byte[] document, Large large) {
    try (ServerProcess server = server(megabytes)) {
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

  private static boolean calls(int megabytes, URI uri, Large large) throws Exception {
    List<String> flags = List.of("-Xmx" + megabytes + "m");
    Process client =
        new ProcessBuilder(
                ServerProcess.java(flags, PeakMemory.class, uri.toString(), large.name()))
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
    Methods methods = ServerProxy.to(uri).as(Methods.class);
    for (int i = 0; i < CALLS; i++) {
      boolean same =
          switch (large) {
            case BASE64 -> same(methods, Payload.bytes());
            case INTS -> same(methods, Payload.ints().toArray());
            case INTEGERS -> same(methods, Payload.ints().boxed().toList());
          };
      if (!same) {
        throw new IllegalStateException("another answer");
      }
    }
  }

  private static boolean same(Methods methods, byte[] bytes) {
    return Arrays.equals(methods.base64(bytes), bytes);
  }

  private static boolean same(Methods methods, int[] numbers) {
    return Arrays.equals(methods.ints(numbers), numbers);
  }

  private static boolean same(Methods methods, List<Integer> numbers) {
    return methods.integers(numbers).equals(numbers);
  }
}
