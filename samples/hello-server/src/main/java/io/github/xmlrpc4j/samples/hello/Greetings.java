package io.github.xmlrpc4j.samples.hello;

import io.github.xmlrpc4j.contract.Help;
import io.github.xmlrpc4j.contract.RpcMethod;
import java.util.Optional;

public final class Greetings {
  public record Person(String name, Optional<String> title) {}

  @RpcMethod("hello.greet")
  @Help("Greets a person, with the title where there is one.")
  public String greet(Person person) {
    return "Hello, " + person.title().map(title -> title + " ").orElse("") + person.name() + "!";
  }
}
