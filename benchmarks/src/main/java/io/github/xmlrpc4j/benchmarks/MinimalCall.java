package io.github.xmlrpc4j.benchmarks;

import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A call of XML-RPC with the JDK alone and as little as can be: no options, ints only, no checks.
 */
final class MinimalCall {
  private MinimalCall() {}

  /** Calls the method args[1] of the server args[0] with the ints that follow. */
  public static void main(String[] args) throws Exception {
    StringBuilder call = new StringBuilder("<?xml version='1.0'?><methodCall><methodName>");
    call.append(args[1]).append("</methodName><params>");
    for (int i = 2; i < args.length; i++) {
      call.append("<param><value><int>").append(args[i]).append("</int></value></param>");
    }
    call.append("</params></methodCall>");
    HttpURLConnection connection = (HttpURLConnection) URI.create(args[0]).toURL().openConnection();
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "text/xml");
    connection.getOutputStream().write(call.toString().getBytes(StandardCharsets.UTF_8));
    byte[] bytes = connection.getInputStream().readAllBytes();
    String answer = new String(bytes, StandardCharsets.UTF_8);
    System.out.println(answer.substring(answer.indexOf("<int>") + 5, answer.indexOf("</int>")));
  }
}
