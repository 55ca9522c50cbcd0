package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApacheTypeTest {
  private static String written(Dialect dialect, Consumer<WireWriter> value) {
    WireWriter out = new WireWriter(dialect, Limits.DEFAULT);
    out.beginResponse();
    value.accept(out);
    out.endResponse();
    return out.toString();
  }

  private static DocumentReader reading(String value) {
    String document =
        "<methodResponse><params><param><value>"
            + value
            + "</value></param></params>"
            + "</methodResponse>";
    DocumentReader in =
        DocumentReader.of(
            document.getBytes(StandardCharsets.UTF_8), Dialect.LENIENT, Limits.DEFAULT);
    assertThat(in.beginResponse()).isFalse();
    return in;
  }

  @Test
  void extensionsHaveApachesPrefixAndTheRootBindsIt() {
    assertThat(
            written(
                Dialect.APACHE,
                out -> {
                  out.beginArray();
                  out.writeNil();
                  out.writeValue(Value.of(5L));
                  out.writeDecimal(new BigDecimal("1.50"));
                  out.writeApache(ApacheType.FLOAT, "0.5");
                  out.writeInt(1);
                  out.endArray();
                }))
        .isEqualTo(
            """
            <?xml version='1.0'?>
            <methodResponse xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'>
            <params>
            <param>
            <value><array><data>
            <value><ex:nil/></value><value><ex:i8>5</ex:i8></value>
            <value><ex:bigdecimal>1.50</ex:bigdecimal></value>
            <value><ex:float>0.5</ex:float></value>
            <value><int>1</int></value>
            </data></array></value>
            </param>
            </params>
            </methodResponse>
            """);
  }

  @Test
  void callsAndFaultsBindThePrefixToo() {
    assertThat(
            new String(
                MethodCall.of("x").write(Dialect.APACHE, Limits.DEFAULT), StandardCharsets.UTF_8))
        .contains("<methodCall xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'>");
    WireWriter out = new WireWriter(Dialect.APACHE, Limits.DEFAULT);
    out.writeFaultResponse(new Fault(1, "x"));
    assertThat(out.toString())
        .contains("<methodResponse xmlns:ex='http://ws.apache.org/xmlrpc/namespaces/extensions'>");
  }

  @Test
  void withoutTheExtensionATypeOfApachesIsRefused() {
    assertThatThrownBy(() -> written(Dialect.LENIENT, out -> out.writeApache(ApacheType.I1, "1")))
        .isInstanceOf(UnwritableValueException.class)
        .hasMessage("result: there is no ex:i1 without Extension.APACHE_TYPE");
  }

  @Test
  void aSpellingIsEscaped() {
    assertThat(
            written(Dialect.APACHE, out -> out.writeApache(ApacheType.DATE_TIME, "</ex:dateTime>")))
        .contains("<ex:dateTime>&lt;/ex:dateTime&gt;</ex:dateTime>");
  }

  @ParameterizedTest
  @CsvSource({
    "i1, 5, I1",
    "ex:i1, 5, I1",
    "ex:i2, 5, I2",
    "ex:float, 5, FLOAT",
    "ex:biginteger, 5, BIGINTEGER",
    "ex:dateTime, 1998-07-17T14:08:55.123+02:00, DATE_TIME",
    "int, 5,",
    "ex:i8, 5,",
    "ex:bigdecimal, 5,",
    "dateTime.iso8601, 19980717T14:08:55,"
  })
  void aReaderTellsWhichOfThemTheNextValueIs(String element, String text, ApacheType type) {
    DocumentReader in = reading("<" + element + ">" + text + "</" + element + ">");

    assertThat(in.apacheType()).isEqualTo(type);
    Value unused = in.readValue();
    in.endResponse();
  }

  @Test
  void anUntypedValueIsNoneOfThem() {
    assertThat(reading("text").apacheType()).isNull();
    assertThat(WireReader.of(Value.of(5)).apacheType()).isNull();
  }
}
