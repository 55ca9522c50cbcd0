package io.github.xmlrpc4j.server.jetty;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Calls that Wireshark saw between Python's {@code xmlrpc.client} and its server. */
final class CapturedCallsTest {
  private static final String HEAD =
      """
      POST /RPC2 HTTP/1.1\r
      Host: 127.0.0.1:7001\r
      Accept-Encoding: gzip\r
      Content-Type: text/xml\r
      User-Agent: Python-xmlrpc/3.4\r
      Content-Length: %d\r
      \r
      """;

  private static final String STRINGS =
      """
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
      """;

  private static final String JOINED =
      """
      <?xml version='1.0'?>
      <methodResponse>
      <params>
      <param>
      <value><string>xyz</string></value>
      </param>
      </params>
      </methodResponse>
      """;

  private static final String NUMBERS =
      """
      <?xml version='1.0'?>
      <methodCall>
      <methodName>addTogether</methodName>
      <params>
      <param>
      <value><int>1</int></value>
      </param>
      <param>
      <value><int>2</int></value>
      </param>
      <param>
      <value><int>3</int></value>
      </param>
      <param>
      <value><int>4</int></value>
      </param>
      <param>
      <value><int>5</int></value>
      </param>
      </params>
      </methodCall>
      """;

  private static final String SUM =
      """
      <?xml version='1.0'?>
      <methodResponse>
      <params>
      <param>
      <value><int>15</int></value>
      </param>
      </params>
      </methodResponse>
      """;

  @Test
  void threeStringsAreAnsweredByteForByteAsCaptured() throws Exception {
    answersAsCaptured(STRINGS, 258, JOINED, 129);
  }

  @Test
  void fiveIntegersAreAnsweredByteForByteAsCaptured() throws Exception {
    answersAsCaptured(NUMBERS, 330, SUM, 122);
  }

  private static void answersAsCaptured(String sent, int sentLength, String answer, int length)
      throws Exception {
    assertThat(sent.getBytes(US_ASCII)).hasSize(sentLength);
    assertThat(answer.getBytes(US_ASCII)).hasSize(length);

    try (RpcServer server = Calls.builtIn().start()) {
      RawHttp.Answer received = RawHttp.exchange(server, HEAD.formatted(sentLength) + sent);

      assertThat(received.line()).isEqualTo("HTTP/1.1 200 OK");
      assertThat(received.header("Content-Type")).isEqualTo("text/xml");
      assertThat(received.header("Content-Length")).isEqualTo(String.valueOf(length));
      assertThat(received.headers()).containsOnlyKeys("Content-Length", "Content-Type", "Date");
      assertThat(received.body()).isEqualTo(answer);
    }
  }
}
