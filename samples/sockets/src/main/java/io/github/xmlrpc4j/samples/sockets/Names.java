package io.github.xmlrpc4j.samples.sockets;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;

/**
 * The names and addresses of this machine and of a host, and what could be connected to; where a
 * port is given, the first of these that answers.
 */
final class Names {
  static final String USAGE = "names [HOST] [PORT]";

  private static final String WWW = "80";

  private Names() {}

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    String host = options.place(0, "localhost");
    int port = options.number(options.place(1, WWW));
    InetAddress self = InetAddress.getLocalHost();
    System.out.println("hostname: " + self.getHostName());
    String fqdn = self.getCanonicalHostName();
    System.out.println("fqdn: " + fqdn);
    System.out.println("own address: " + lookUp(fqdn).get(0).getHostAddress());
    List<InetAddress> all = lookUp(host);
    System.out.println("address: " + all.get(0).getHostAddress());
    System.out.println("reverse: " + all.get(0).getCanonicalHostName());
    for (InetAddress address : all) {
      String family = address instanceof Inet6Address ? "AF_INET6" : "AF_INET";
      String pair = Repr.address(new InetSocketAddress(address, port));
      System.out.println(family + " SOCK_STREAM " + pair);
      System.out.println(family + " SOCK_DGRAM " + pair);
    }
    if (!options.place(1, "").isEmpty()) {
      connect(all, port);
    }
  }

  private static List<InetAddress> lookUp(String host) throws IOException {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      throw new IOException("This host does not seem to exist: " + host, e);
    }
  }

  private static void connect(List<InetAddress> all, int port) throws IOException {
    IOException refused = new IOException("no address");
    for (InetAddress address : all) {
      try (Socket socket = Sockets.connect(new InetSocketAddress(address, port))) {
        System.out.println("connected to " + Repr.address(socket.getRemoteSocketAddress()));
        return;
      } catch (IOException e) {
        refused = e;
      }
    }
    throw refused;
  }
}
