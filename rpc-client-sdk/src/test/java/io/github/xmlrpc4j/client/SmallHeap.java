package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Objects;
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
  }

  private SmallHeap() {}

  /** Serves until its input ends; or, given an address, calls what is there. */
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    if (args.length > 0) {
      call(args[0], out);
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

  private static void call(String uri, PrintStream out) throws Exception {
    try (ServerProxy proxy = ServerProxy.builder(uri).limits(LIMITS).build()) {
      Large large = proxy.as(Large.class);
      out.println("sent " + large.count(Stream.generate(() -> TEXT).limit(ELEMENTS)));
      try (Stream<String> texts = large.texts(ELEMENTS)) {
        out.println("got " + texts.filter(TEXT::equals).count());
      }
      out.println("sent " + large.size(zeros(BYTES)));
      try (InputStream bytes = large.bytes(BYTES)) {
        out.println("got " + size(bytes));
      }
    }
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
  }
}
