package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dialects named after peers read and write beyond the lenient one. */
class PeerDialectsTest {
  @Test
  void eachHasAWordOfItsOwn() {
    assertThat(Dialect.known().stream().map(Dialect::name))
        .containsExactly(
            "strict",
            "lenient",
            "extended",
            "cpython",
            "apache",
            "odoo",
            "homematic",
            "rtorrent",
            "ros",
            "supervisor",
            "wordpress");
  }

  @Test
  void allButTheStrictOneReadAtLeastWhatTheLenientOneDoes() {
    assertThat(Dialect.known().stream().skip(1))
        .allSatisfy(
            dialect -> assertThat(dialect.accepts()).containsAll(Dialect.LENIENT.accepts()));
  }

  @Test
  void whatCpythonsWritesCpythonReads() {
    Value value =
        Value.Array.of(
            Value.nil(),
            Value.of(1L << 40),
            Value.of(Double.NaN),
            Value.of(Double.NEGATIVE_INFINITY),
            new Value.Decimal(new BigDecimal("0.10")));
    byte[] document = MethodCall.of("m", value).write(Dialect.CPYTHON, Limits.DEFAULT);
    assertThat(Python.ask("return repr(loads(line)[0][0]).encode()", List.of(document)))
        .singleElement()
        .extracting(Wire::text)
        .isEqualTo("[None, 1099511627776, nan, -inf, Decimal('0.10')]");
  }

  @Test
  void odoosWritesNilAndLongIntegers() {
    Value value = Value.Array.of(Value.nil(), Value.of(1L << 40));
    assertThat(written(value, Dialect.ODOO)).contains("<nil/>", "<i8>1099511627776</i8>");
    assertThat(Dialect.ODOO.writes()).isEqualTo(Set.of(Extension.NIL, Extension.I8));
  }

  @Test
  void rtorrentsWritesLongIntegersAndNoNil() {
    assertThat(written(Value.of(1L << 40), Dialect.RTORRENT)).contains("<i8>1099511627776</i8>");
    assertThatExceptionOfType(UnwritableValueException.class)
        .isThrownBy(() -> written(Value.nil(), Dialect.RTORRENT));
  }

  @Test
  void theExtendedOneWritesWhateverAValueNeedsAndNoPrefix() {
    assertThat(Dialect.EXTENDED.writes())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Extension.APACHE_TYPE)));
  }

  @Test
  void homematicsReadsAnEmptyBodyAsNil() {
    for (byte[] body : List.of(new byte[0], new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
      DocumentReader in = DocumentReader.of(body, Dialect.HOMEMATIC, Limits.DEFAULT);
      assertThat(MethodResponse.read(in)).isEqualTo(new MethodResponse.Success(Value.nil()));
      assertThat(in.deviations()).containsExactly(Deviation.EMPTY_RESPONSE);
    }
  }

  @Test
  void anEmptyBodyIsNoCallInAnyDialect() {
    assertThatExceptionOfType(NotWellFormedException.class)
        .isThrownBy(() -> MethodCall.read(new byte[0], Dialect.HOMEMATIC, Limits.DEFAULT))
        .withMessage("not well-formed XML at line 1, column 1 (byte 0): the document is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n", "<!---->"})
  void aBodyOfBlanksIsNoEmptyOne(String body) {
    assertThatExceptionOfType(NotWellFormedException.class)
        .isThrownBy(() -> MethodResponse.read(Wire.utf8(body), Dialect.HOMEMATIC, Limits.DEFAULT))
        .withMessageEndingWith("the document ends before its root element");
  }

  @Test
  void wordpresssReadsWhatAPlugInPrintsAndEmptyIntegers() {
    byte[] body =
        Wire.utf8(
            "\n<?xml version='1.0'?><methodResponse><params><param><value><int></int></value>"
                + "</param></params></methodResponse><b>Notice</b>: undefined");
    assertThat(MethodResponse.read(body, Dialect.WORDPRESS, Limits.DEFAULT))
        .isEqualTo(new MethodResponse.Success(Value.of(0)));
  }

  private static String written(Value value, Dialect dialect) {
    return Wire.text(MethodCall.of("m", value).write(dialect, Limits.DEFAULT));
  }
}
