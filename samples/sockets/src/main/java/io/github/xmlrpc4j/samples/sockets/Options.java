package io.github.xmlrpc4j.samples.sockets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words after a sample's name, read by its usage line. */
final class Options {
  /** One side of a sample: it listens at the address, or connects to it. */
  interface Role {
    void play(InetSocketAddress address) throws IOException;
  }

  private final Usage usage;
  private final Map<String, String> values = new HashMap<>();
  private final List<String> places = new ArrayList<>();

  private Options(Usage usage) {
    this.usage = usage;
  }

  static Options of(String usage, String... args) {
    Options options = new Options(new Usage(usage));
    for (int i = 0; i < args.length; i++) {
      String word = args[i];
      if (!word.startsWith("-")) {
        options.places.add(word);
      } else if (!options.usage.takesValue(word)) {
        options.values.put(word, "");
      } else if (++i < args.length) {
        options.values.put(word, args[i]);
      } else {
        throw options.wrong(word + " needs a value");
      }
    }
    options.usage.check(options.places);
    return options;
  }

  WrongUse wrong(String message) {
    return usage.wrong(message);
  }

  /** The first word: which side of the sample to play. */
  String role() {
    return place(0, "");
  }

  void play(int defaultPort, Role server, Role client) throws IOException {
    Role role = role().equals("server") ? server : client;
    role.play(address(defaultPort));
  }

  String place(int index, String otherwise) {
    return index < places.size() ? places.get(index) : otherwise;
  }

  boolean has(String option) {
    return values.containsKey(option);
  }

  String text(String option, String otherwise) {
    return values.getOrDefault(option, otherwise);
  }

  int number(String option, int otherwise) {
    return number(text(option, Integer.toString(otherwise)));
  }

  int number(String digits) {
    if (!digits.matches("\\d{1,9}")) {
      throw wrong(digits + " is not a number from 0 to 999999999");
    }
    return Integer.parseInt(digits);
  }

  /** Where to listen or to connect: {@code --host} and {@code --port}, by default on loopback. */
  InetSocketAddress address(int defaultPort) {
    return address(text("--host", "127.0.0.1"), number("--port", defaultPort));
  }

  InetSocketAddress address(String host, int port) {
    if (port < 0 || port > 65_535) {
      throw wrong("port " + port + " is not within 0 to 65535");
    }
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw wrong("there is no host " + host);
    }
    return address;
  }
}
