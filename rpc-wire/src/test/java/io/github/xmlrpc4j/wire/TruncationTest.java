package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document that ends too soon, at every byte. */
class TruncationTest {
  private static final Dialect DIALECT = Wire.ALL.refusing(Deviation.TRAILING_CONTENT);

  /** The root's end tag closes the last of what must be there. */
  private static final int COMPLETE = RichDocument.TEXT.indexOf("<!-- end -->");

  @Test
  void noneOfItsBeginningsIsADocument() {
    byte[] whole = Wire.utf8(RichDocument.TEXT);
    assertThat(MethodCall.read(whole, DIALECT, Limits.DEFAULT).params()).hasSize(14);
    int complete = Wire.utf8(RichDocument.TEXT.substring(0, COMPLETE)).length;
    for (int length = 0; length < whole.length; length++) {
      if (length != complete && length != whole.length - "<?pi?>".length()) {
        assertRefused(Arrays.copyOf(whole, length), length);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "ISO-8859-15"})
  void norInAnotherEncoding(String encoding) {
    Charset charset = Charset.forName(encoding);
    String text = RichDocument.TEXT.replace("UTF-8", encoding).replace("😀", "");
    byte[] whole = text.substring(0, text.indexOf("<!-- end -->")).getBytes(charset);
    assertThat(MethodCall.read(whole, DIALECT, Limits.DEFAULT).params()).hasSize(14);
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), length);
    }
  }

  @Test
  void norIsOneOfAResponse() {
    String text =
        "<methodResponse><fault><value><struct><member><name>faultCode</name>"
            + "<value><int>4</int></value></member><member><name>faultString</name>"
            + "<value><string>Too many.</string></value></member></struct></value></fault>"
            + "</methodResponse>";
    for (int length = 0; length < text.length(); length++) {
      byte[] document = Wire.utf8(text.substring(0, length));
      try {
        MethodResponse read = MethodResponse.read(document);
        assertThat(read).as("what was read of the first %s bytes", length).isNull();
      } catch (NotWellFormedException e) {
        assertThat(e.position().offset()).isLessThanOrEqualTo(length);
      }
    }
  }

  private static void assertRefused(byte[] document, int length) {
    try {
      MethodCall call = MethodCall.read(document, DIALECT, Limits.DEFAULT);
      assertThat(call).as("what was read of the first %s bytes", length).isNull();
    } catch (NotWellFormedException e) {
      assertThat(e.position().offset()).isLessThanOrEqualTo(length);
    } catch (NotXmlRpcException e) {
      // A tag that is cut short can be that of another element.
      assertThat(e.position().offset()).isLessThan(length);
    }
  }
}
