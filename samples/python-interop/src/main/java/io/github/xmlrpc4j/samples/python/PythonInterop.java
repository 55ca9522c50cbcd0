package io.github.xmlrpc4j.samples.python;

import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Starts a Python server and calls it; then serves a function and has Python call that. */
public final class PythonInterop {
  private PythonInterop() {}

  public static void main(String[] args) throws IOException {
    javaCallsPython(System.out);
    pythonCallsJava(System.out);
  }

  static void javaCallsPython(PrintStream out) throws IOException {
    Process python = new ProcessBuilder("python3", "server.py").start();
    try {
      String port = python.inputReader().readLine();
      try (ServerProxy proxy = ServerProxy.to("http://127.0.0.1:" + port)) {
        List<String> words = List.of("world", "brave", "new");
        out.println("Java hears: " + proxy.call(String.class, "reverse", words));
      }
    } finally {
      python.destroy();
    }
  }

  static void pythonCallsJava(PrintStream out) throws IOException {
    MethodDefinition count =
        MethodDefinition.of(
            "count", String.class, Integer.class, text -> text.split(" ", -1).length);
    try (RpcServer server = RpcServer.builder().method(count).start()) {
      Process python = new ProcessBuilder("python3", "client.py", server.uri().toString()).start();
      byte[] heard = python.getInputStream().readAllBytes();
      out.print(new String(heard, StandardCharsets.UTF_8));
    }
  }
}
