package io.github.xmlrpc4j.samples.hello;

import io.github.xmlrpc4j.server.jetty.RpcServer;

/** Serves greetings on http://127.0.0.1:7002/RPC2 until it is stopped. */
public final class HelloServer {
  private HelloServer() {}

  public static void main(String[] args) {
    RpcServer server = RpcServer.builder().port(7002).register(new Greetings()).start();
    System.out.println("Listening on " + server.uri());
  }
}
