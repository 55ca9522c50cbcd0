package io.github.xmlrpc4j.server.conformance;

import io.github.xmlrpc4j.server.MethodDefinition;
import java.util.List;
import java.util.stream.Stream;

/**
 * The functions of two suites that test XML-RPC servers from outside: {@code validator1.*}
 * (http://1998.xmlrpc.com/validator1Docs.html) and {@code interopEchoTests.*}, of 2001.
 */
public final class ConformanceFunctions {
  private ConformanceFunctions() {}

  /**
   * The functions.
   *
   * @param version the version of this server, which {@code interopEchoTests.whichToolkit} tells
   * @param operatingSystem the system that it runs on, which that tells too
   */
  public static List<MethodDefinition> all(String version, String operatingSystem) {
    return Stream.concat(
            Validator.all().stream(), InteropEchoTests.all(version, operatingSystem).stream())
        .toList();
  }
}
