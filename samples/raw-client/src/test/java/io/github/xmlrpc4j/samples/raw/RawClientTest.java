package io.github.xmlrpc4j.samples.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class RawClientTest {
  @Test
  void itPrintsTheExchangeAsTheCaptureShowsIt() {
    assertThat(output().replaceAll("Date: .*", "Date: ..."))
        .isEqualTo(
            """
            POST /RPC2 HTTP/1.1
            Host: 127.0.0.1:PORT
            Accept-Encoding: gzip, deflate
            Content-Type: text/xml
            User-Agent: xmlrpc4j
            Content-Length: 258

            <?xml version='1.0'?>
            <methodCall>
            <methodName>addTogether</methodName>
            <params>
            <param>
            <value><string>x</string></value>
            </param>
            <param>
            <value><string>y</string></value>
            </param>
            <param>
            <value><string>z</string></value>
            </param>
            </params>
            </methodCall>

            HTTP/1.1 200 OK
            Date: ...
            Content-Type: text/xml
            Content-Length: 129

            <?xml version='1.0'?>
            <methodResponse>
            <params>
            <param>
            <value><string>xyz</string></value>
            </param>
            </params>
            </methodResponse>

            """);
  }

  private static String output() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (RpcServer server =
        RpcServer.builder().methods(BuiltInFunctions.all(Limits.DEFAULT)).start()) {
      RawClient.run(
          "http://127.0.0.1:" + server.port(),
          new PrintStream(bytes, true, StandardCharsets.UTF_8));
      return bytes.toString(StandardCharsets.UTF_8).replace(":" + server.port(), ":PORT");
    }
  }
}
