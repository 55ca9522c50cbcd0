package io.github.xmlrpc4j.samples.hello;

import io.github.xmlrpc4j.contract.Help;
import io.github.xmlrpc4j.contract.RpcMethod;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import java.util.Optional;

/** Serves greetings on http://127.0.0.1:7002/RPC2. */
public final class HelloServer {
  /** A struct of XML-RPC; without its title, the person has none. */
  public record Person(String name, Optional<String> title) {}

  /** What is served. */
  public static final class Greetings {
    @RpcMethod("hello.greet")
    @Help("Greets a person, with the title where there is one.")
    public String greet(Person person) {
      return "Hello, " + person.title().map(title -> title + " ").orElse("") + person.name() + "!";
    }
  }

  private HelloServer() {}

  public static void main(String[] args) {
    RpcServer server = RpcServer.builder().port(7002).register(new Greetings()).start();
    System.out.println("Listening on " + server.uri());
  }
}
