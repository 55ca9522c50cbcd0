package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A server, and a client, in a program of its own whose heap is far below what they carry. */
final class SmallHeap {
  /** So many elements make 300 MB and more on the wire. */
  static final int ELEMENTS = 1_000_000;

  static final int BYTES = 230_000_000;

  private static final String TEXT = "a text of some length, ".repeat(11);
  private static final Limits LIMITS = Limits.DEFAULT.withMaxDocumentBytes(Integer.MAX_VALUE);

  /** What is served, and called. */
  interface Large {
    int count(Stream<String> texts);

    Stream<String> texts(int number);

    int size(InputStream bytes) throws Exception;

    InputStream bytes(int number);

    int length(byte[] bytes);

    byte[] sameBytes(byte[] bytes);

    int[] sameInts(int[] numbers);

    List<Integer> sameIntegers(List<Integer> numbers);
  }

  /** What a client does. */
  enum Calls {
    STREAMS,
    BYTES_OUT,
    BYTES,
    INTS
  }

  private SmallHeap() {}

  /** Serves until its input ends; or, given an address and what to do, calls what is there. */
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    if (args.length > 0) {
      try (ServerProxy proxy = ServerProxy.builder(args[0]).limits(LIMITS).build()) {
        call(proxy.as(Large.class), Calls.valueOf(args[1]), out);
      }
      return;
    }
    try (RpcServer server =
        RpcServer.builder().limits(LIMITS).register(Large.class, new Served()).start()) {
      out.println(server.uri());
      out.flush();
      while (System.in.read() >= 0) {
        // Only the end matters.
      }
    }
  }

  private static void call(Large large, Calls calls, PrintStream out) throws Exception {
    switch (calls) {
      case STREAMS -> callStreams(large, out);
      case BYTES_OUT -> out.println(large.length(noise()));
      case BYTES -> {
        byte[] bytes = noise();
        out.println(Arrays.equals(large.sameBytes(bytes), bytes));
      }
      case INTS -> {
        int[] ints = IntStream.range(1_000_000, 1_000_000 + ELEMENTS).toArray();
        out.println(Arrays.equals(large.sameInts(ints), ints));
        List<Integer> integers = Arrays.stream(ints).boxed().toList();
        out.println(large.sameIntegers(integers).equals(integers));
      }
    }
  }

  private static void callStreams(Large large, PrintStream out) throws Exception {
    out.println("sent " + large.count(Stream.generate(() -> TEXT).limit(ELEMENTS)));
    try (Stream<String> texts = large.texts(ELEMENTS)) {
      out.println("got " + texts.filter(TEXT::equals).count());
    }
    out.println("sent " + large.size(zeros(BYTES)));
    try (InputStream bytes = large.bytes(BYTES)) {
      out.println("got " + size(bytes));
    }
  }

  /** 16 MiB that no coding makes much smaller. */
  private static byte[] noise() {
    byte[] bytes = new byte[16 << 20];
    new Random(6).nextBytes(bytes);
    return bytes;
  }

  private static int size(InputStream bytes) throws Exception {
    byte[] block = new byte[64 * 1024];
    int size = 0;
    for (int count = bytes.read(block); count >= 0; count = bytes.read(block)) {
      size += count;
    }
    return size;
  }

  private static InputStream zeros(int number) {
    return new InputStream() {
      private int left = number;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        int count = Math.min(length, left);
        left -= count;
        return count == 0 ? -1 : count;
      }
    };
  }

  private static final class Served implements Large {
    @Override
    public int count(Stream<String> texts) {
      return (int) texts.filter(TEXT::equals).count();
    }

    @Override
    public Stream<String> texts(int number) {
      return IntStream.range(0, number).mapToObj(i -> TEXT);
    }

    @Override
    public int size(InputStream bytes) throws Exception {
      return SmallHeap.size(bytes);
    }

    @Override
    public InputStream bytes(int number) {
      return zeros(number);
    }

    @Override
    public int length(byte[] bytes) {
      return bytes.length;
    }

    @Override
    public byte[] sameBytes(byte[] bytes) {
      return bytes;
    }

    @Override
    public int[] sameInts(int[] numbers) {
      return numbers;
    }

    @Override
    public List<Integer> sameIntegers(List<Integer> numbers) {
      return numbers;
    }
  }
}
