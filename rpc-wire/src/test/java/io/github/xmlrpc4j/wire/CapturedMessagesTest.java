package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The two calls and the two responses of the Wireshark captures, byte for byte. */
class CapturedMessagesTest {
  private static final String JOIN =
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

  private static final String SUM =
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

  private static final String SUMMED =
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

  private static final MethodCall JOIN_CALL =
      MethodCall.of("addTogether", Value.of("x"), Value.of("y"), Value.of("z"));

  private static final MethodCall SUM_CALL =
      MethodCall.of("addTogether", Value.of(1), Value.of(2), Value.of(3), Value.of(4), Value.of(5));

  @Test
  void theBodiesAreAsLongAsTheirCapturedHeadersSay() {
    assertThat(Wire.utf8(JOIN)).hasSize(258);
    assertThat(Wire.utf8(JOINED)).hasSize(129);
    assertThat(Wire.utf8(SUM)).hasSize(330);
    assertThat(Wire.utf8(SUMMED)).hasSize(122);
  }

  @Test
  void callsAreWrittenAsTheyWereCaptured() {
    assertThat(Wire.text(JOIN_CALL.write())).isEqualTo(JOIN);
    assertThat(Wire.text(SUM_CALL.write())).isEqualTo(SUM);
  }

  @Test
  void callsAreReadAsTheyWereCaptured() {
    assertThat(MethodCall.read(Wire.utf8(JOIN))).isEqualTo(JOIN_CALL);
    assertThat(MethodCall.read(Wire.utf8(SUM))).isEqualTo(SUM_CALL);
  }

  @Test
  void responsesAreWrittenAsTheyWereCaptured() {
    assertThat(Wire.text(new MethodResponse.Success(Value.of("xyz")).write())).isEqualTo(JOINED);
    assertThat(Wire.text(new MethodResponse.Success(Value.of(15)).write())).isEqualTo(SUMMED);
  }

  @Test
  void responsesAreReadAsTheyWereCaptured() {
    assertThat(MethodResponse.read(Wire.utf8(JOINED)).orElseThrow()).isEqualTo(Value.of("xyz"));
    assertThat(MethodResponse.read(Wire.utf8(SUMMED)).orElseThrow()).isEqualTo(Value.of(15));
  }

  @Test
  void theCapturesAreTheSpecificationToTheLetter() {
    assertThat(MethodCall.read(Wire.utf8(JOIN), Dialect.STRICT, Limits.DEFAULT))
        .isEqualTo(JOIN_CALL);
    assertThat(MethodResponse.read(Wire.utf8(SUMMED), Dialect.STRICT, Limits.DEFAULT))
        .isEqualTo(new MethodResponse.Success(Value.of(15)));
  }
}
