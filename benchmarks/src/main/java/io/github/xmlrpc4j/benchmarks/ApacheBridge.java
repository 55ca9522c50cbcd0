package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.apache.ApacheHandlers;
import io.github.xmlrpc4j.apache.Xmlrpc4jTransportFactory;
import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.contract.RpcMethod;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.apache.xmlrpc.server.PropertyHandlerMapping;
import org.apache.xmlrpc.server.XmlRpcServerConfigImpl;
import org.apache.xmlrpc.webserver.WebServer;

/**
 * Programs that stand on Apache XML-RPC before, on and after the bridge: both clients against both
 * servers, each with its own handlers, in one process over the loopback. The floor is Apache alone.
 */
final class ApacheBridge {
  private static final List<Item> ITEMS =
      IntStream.range(0, 1_000).mapToObj(n -> Item.of("item & number " + n, n)).toList();

  private ApacheBridge() {}

  /** The methods as Apache's programs have them. */
  public static final class Handler {
    public int add(int x, int y) {
      return x + y;
    }

    public Object[] same(Object[] items) {
      return items;
    }
  }

  /** The same methods, typed. */
  public static final class Typed {
    @RpcMethod("bench.add")
    public int add(int x, int y) {
      return x + y;
    }

    @RpcMethod("bench.same")
    public List<Item> same(List<Item> items) {
      return items;
    }
  }

  /** The calls as typed programs make them. */
  interface Calls {
    @RpcMethod("bench.add")
    int add(int x, int y);

    @RpcMethod("bench.same")
    List<Item> same(List<Item> items);
  }

  /** Takes the number of rounds, and the milliseconds of a slice. */
  public static void main(String[] args) throws Exception {
    Rounds rounds =
        new Rounds(Integer.parseInt(args[0]), Duration.ofMillis(Long.parseLong(args[1])));
    PropertyHandlerMapping mapping = new PropertyHandlerMapping();
    mapping.addHandler("bench", Handler.class);
    XmlRpcServerConfigImpl config = new XmlRpcServerConfigImpl();
    config.setKeepAliveEnabled(true);
    WebServer theirs = new WebServer(0, InetAddress.getLoopbackAddress());
    theirs.getXmlRpcServer().setConfig(config);
    theirs.getXmlRpcServer().setHandlerMapping(mapping);
    theirs.start();
    ApacheHandlers handlers = ApacheHandlers.with(config);
    RpcServer bridged = RpcServer.builder().methods(handlers.of(mapping)).start();
    RpcServer ours = RpcServer.builder().register(new Typed()).start();

    String apache = "http://127.0.0.1:" + theirs.getPort() + "/";
    String handled = "http://127.0.0.1:" + bridged.port() + "/";
    List<Program> programs =
        List.of(
            apache("Apache client, Apache server", client(apache)),
            apache("Apache client on our wire, Apache server", onOurWire(client(apache))),
            apache("Apache client, its handlers on our server", client(handled)),
            apache("both on our wire", onOurWire(client(handled))),
            typed("xmlrpc4j alone", ServerProxy.to(ours.uri()).as(Calls.class)));
    List<Contender> adding = programs.stream().map(Program::adding).toList();
    rounds.run("add(int, int), threads 1", 1, adding);
    rounds.run("add(int, int), threads 8", 8, adding);
    List<Contender> echoing = programs.stream().map(Program::echoing).toList();
    rounds.run(ITEMS.size() + " structs both ways, threads 1", 1, echoing);
    System.exit(0);
  }

  /** A way to make the two calls. */
  private record Program(String name, Work add, Work same) {
    Contender adding() {
      return Contender.of(name, () -> add);
    }

    Contender echoing() {
      return Contender.of(name, () -> same);
    }
  }

  static XmlRpcClient client(String uri) throws Exception {
    XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
    config.setServerURL(URI.create(uri).toURL());
    XmlRpcClient client = new XmlRpcClient();
    client.setConfig(config);
    return client;
  }

  private static XmlRpcClient onOurWire(XmlRpcClient client) {
    client.setTransportFactory(new Xmlrpc4jTransportFactory(client));
    return client;
  }

  private static Program apache(String name, XmlRpcClient client) {
    Object[] maps = ITEMS.stream().map(Item::asMap).toArray();
    return new Program(
        name,
        () -> check(client.execute("bench.add", new Object[] {7, 3}).equals(10)),
        () -> {
          Object[] answer = (Object[]) client.execute("bench.same", new Object[] {maps});
          check(answer[maps.length - 1].equals(maps[maps.length - 1]));
        });
  }

  private static Program typed(String name, Calls calls) {
    return new Program(
        name,
        () -> check(calls.add(7, 3) == 10),
        () -> check(calls.same(ITEMS).get(ITEMS.size() - 1).equals(ITEMS.get(ITEMS.size() - 1))));
  }

  private static void check(boolean right) {
    if (!right) {
      throw new IllegalStateException("another answer");
    }
  }
}
