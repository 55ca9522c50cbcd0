package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Limits that hold before the rest of a document is looked at. */
class ReaderBoundsTest {
  private static final Limits LIMITS = Limits.DEFAULT.withMaxStringLength(5);

  @Test
  void whatFollowsTheCharacterOverTheLimitIsNotRead() {
    for (String over :
        new String[] {
          "123456\u0001",
          "&#49;23456\u0001",
          "<![CDATA[123456\u0001",
          "1234\r\n6\u0001",
          "ééé€€€\u0001"
        }) {
      assertLimit(
          "<value>" + over, "a text of more than 5 characters", "line 2, column 8 (byte 61)");
    }
  }

  @Test
  void textBesideATypeElementCountsWithItsBlanks() {
    assertThat(refusal("<value>  345<int>5</int></value>")).isNull();
    assertLimit(
        "<value>  3456<int>5</int></value>",
        "a text of more than 5 characters",
        "line 2, column 8 (byte 61)");
  }

  @Test
  void base64MayHaveALineEndAfterEachSixtyBytes() {
    // Five bytes may take up 5 * 3 / 2 + 64 characters.
    String digits = "MTIzNDU=";
    assertThat(refusal("<value><base64>" + digits + "\n".repeat(63) + "</base64></value>"))
        .isNull();
    assertLimit(
        "<value><base64>" + digits + "\n".repeat(64) + "</base64></value>",
        "base64 of more than 5 bytes",
        "line 2, column 16 (byte 69)");
  }

  private static void assertLimit(String value, String subject, String place) {
    assertThat(refusal(value))
        .isInstanceOf(LimitExceededException.class)
        .hasMessage(subject + " exceeds the limit of 5 (Limits.maxStringLength) at " + place);
  }

  private static WireException refusal(String value) {
    try {
      MethodCall unused = MethodCall.read(Wire.call(value), Wire.ALL, LIMITS);
      return null;
    } catch (WireException e) {
      return e;
    }
  }
}
