package io.github.xmlrpc4j.samples.sockets;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the samples, or runs one by its name.
 *
 * <p>Exit status: 0 done, 1 it did not work out, 2 wrong use.
 */
public final class Samples {
  private interface Body {
    void run(String... args) throws IOException;
  }

  private record Sample(String usage, Body body, String about) {
    String name() {
      return usage.split(" ", 2)[0];
    }
  }

  private static final List<Sample> ALL =
      List.of(
          new Sample(UdpUpper.USAGE, UdpUpper::run, "upper case by datagrams"),
          new Sample(Connectionless.USAGE, Connectionless::run, "the same, and who speaks to whom"),
          new Sample(UdpLoss.USAGE, UdpLoss::run, "a client that sends again what was lost"),
          new Sample(UdpBroadcast.USAGE, UdpBroadcast::run, "one datagram to all who listen"),
          new Sample(Creosote.USAGE, Creosote::run, "a remote debugger: messages into a bucket"),
          new Sample(TcpUpper.USAGE, TcpUpper::run, "upper case over a connection"),
          new Sample(SequentialServer.USAGE, SequentialServer::run, "one client after the other"),
          new Sample(ThreadServer.USAGE, ThreadServer::run, "a thread per connection"),
          new Sample(PoolServer.USAGE, PoolServer::run, "four threads that accept"),
          new Sample(SelectorServer.USAGE, SelectorServer::run, "one thread for all connections"),
          new Sample(VirtualServer.USAGE, VirtualServer::run, "a virtual thread per connection"),
          new Sample(Partial.USAGE, Partial::run, "sends and receives that do a part"),
          new Sample(Framing.USAGE, Framing::run, "blocks with their length in front"),
          new Sample(Sixteen.USAGE, Sixteen::run, "sixteen octets each way"),
          new Sample(TimeOfDay.USAGE, TimeOfDay::run, "the time, to whoever connects"),
          new Sample(Timestamp.USAGE, Timestamp::run, "a handler that stamps each line"),
          new Sample(UpperHandlers.USAGE, UpperHandlers::run, "handlers, plain and threading"),
          new Sample(Minimal.USAGE, Minimal::run, "the least that is a server and a client"),
          new Sample(Lines.USAGE, Lines::run, "a writer of lines, and who prints them"),
          new Sample(Names.USAGE, Names::run, "hosts, their names and addresses"),
          new Sample(Packing.USAGE, Packing::run, "a number as bytes, and back"),
          new Sample(Strings.USAGE, Strings::run, "text as bytes, and three ways with bad ones"),
          new Sample(Compression.USAGE, Compression::run, "zlib, in one go and as a stream"),
          new Sample(PageServer.USAGE, PageServer::run, "a few pages, by HTTP written by hand"),
          new Sample(HttpByHand.USAGE, HttpByHand::run, "a page as its bytes come"),
          new Sample(Fetch.USAGE, Fetch::run, "a page like a file"),
          new Sample(Retrieve.USAGE, Retrieve::run, "a page into a file, with progress"),
          new Sample(WordCount.USAGE, WordCount::run, "how often each word of a page is there"),
          new Sample(Links.USAGE, Links::run, "a page, and where its links lead"),
          new Sample(Worker.USAGE, Worker::run, "a server that counts primes, for the next one"),
          new Sample(Spread.USAGE, Spread::run, "work spread over workers by XML-RPC"));

  private Samples() {}

  /** Runs the sample that the first word names, with the other words; without one, lists them. */
  public static void main(String... args) {
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    System.exit(run(args));
  }

  private static boolean asksForHelp(String word) {
    return word.equals("--help") || word.equals("-h");
  }

  private static int run(String... args) {
    if (args.length == 0 || asksForHelp(args[0])) {
      ALL.forEach(sample -> System.out.printf("%-17s %s%n", sample.name(), sample.about()));
      return 0;
    }
    for (Sample sample : ALL) {
      if (sample.name().equals(args[0])) {
        return run(sample, Arrays.copyOfRange(args, 1, args.length));
      }
    }
    System.err.println("sample: there is no " + args[0] + "; ./xmlrpc samples lists all");
    return 2;
  }

  private static int run(Sample sample, String... args) {
    if (Arrays.stream(args).anyMatch(Samples::asksForHelp)) {
      System.out.println(sample.name() + ": " + sample.about());
      System.out.println("usage: ./xmlrpc sample " + sample.usage());
      return 0;
    }
    try {
      sample.body().run(args);
      return 0;
    } catch (WrongUse e) {
      System.err.println(sample.name() + ": " + e.getMessage());
      return 2;
    } catch (SocketException e) {
      return failed(sample, "the peer is gone: " + e.getMessage());
    } catch (IOException e) {
      return failed(sample, e.getMessage());
    }
  }

  private static int failed(Sample sample, @Nullable String why) {
    System.out.flush();
    System.err.println(sample.name() + ": " + why);
    return 1;
  }
}
