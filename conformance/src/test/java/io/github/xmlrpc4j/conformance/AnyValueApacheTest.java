package io.github.xmlrpc4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xmlrpc4j.wire.AnyTexts;
import io.github.xmlrpc4j.wire.AnyValues;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Gap;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.NotWellFormedException;
import io.github.xmlrpc4j.wire.Samples;
import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** Any value that both sides know, to Apache XML-RPC and from it. */
class AnyValueApacheTest {
  private static final int VALUES = 2_000;

  /** It reads the numbers that are not finite by the names that Java gives them, as we do. */
  private static final Dialect DIALECT = Dialect.LENIENT.writing(Extension.DOUBLE_NOT_FINITE);

  private static final Gap NIL = new Gap("it knows ex:nil alone", v -> v == Value.nil());
  private static final Gap I8 =
      new Gap(
          "it knows ex:i8 alone",
          v -> v instanceof Value.Long number && number.value() != (int) number.value());
  private static final Gap DECIMAL =
      new Gap("it knows ex:bigdecimal and ex:biginteger alone", v -> v instanceof Value.Decimal);
  private static final Gap OFFSET =
      Gap.ofTimes("it knows ex:dateTime alone", t -> t.offset() != null);
  private static final Gap FRACTION =
      Gap.ofTimes("its dates end with the seconds", AnyValues::hasFraction);
  private static final Gap BEFORE_1600 =
      Gap.ofTimes("its dates are Julian before October 1582", t -> t.local().getYear() < 1600);
  private static final Gap BEYOND_PLANE_0 =
      Gap.ofTexts(
          "it writes each half of a surrogate pair as a reference of its own",
          text -> text.codePoints().anyMatch(c -> c > 0xFFFF));
  private static final Gap ANY_LONG =
      new Gap("it writes no Long without its extensions", v -> v instanceof Value.Long);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void apacheReadsWhatIsWrittenHere(boolean extensions) throws Exception {
    Apache apache = new Apache(extensions);
    any(21, NIL, I8, DECIMAL, OFFSET, FRACTION, BEFORE_1600)
        .each(
            value ->
                assertThat(ApacheValues.value(param(apache, written(value))))
                    .isEqualTo(AnyValues.withoutSmallLongs(value)));
    for (String text : AnyTexts.everyCharacter()) {
      assertThat(param(apache, written(Value.of(text)))).isEqualTo(text);
    }
  }

  @Test
  void whatApacheWritesByTheSpecificationIsReadHere() throws Exception {
    Apache apache = new Apache(false);
    any(22, NIL, ANY_LONG, DECIMAL, OFFSET, FRACTION, BEFORE_1600, BEYOND_PLANE_0)
        .each(value -> assertSent(apache, value));
    // Eight texts are plane 0.
    for (String text : AnyTexts.everyCharacter().subList(0, 8)) {
      assertSent(apache, Value.of(text));
    }
  }

  @Test
  void whatApacheWritesWithItsExtensionsIsReadHere() {
    Apache apache = new Apache(true);
    any(23, BEFORE_1600, BEYOND_PLANE_0)
        .map(AnyValueApacheTest::inMilliseconds)
        .each(value -> assertSent(apache, value));
  }

  @Test
  void numbersThatOnlyApacheHasAreReadHere() throws Exception {
    Apache apache = new Apache(true);
    Random random = new Random(24);
    for (int i = 0; i < VALUES; i++) {
      byte small = (byte) random.nextInt();
      assertThat(read(apache, small)).isEqualTo(Value.of(small));
      short medium = (short) random.nextInt();
      assertThat(read(apache, medium)).isEqualTo(Value.of(medium));
      float single = random.nextFloat() * (1 << random.nextInt(20));
      assertThat(read(apache, single)).isEqualTo(Value.of(Double.parseDouble("" + single)));
      BigInteger whole = new BigInteger(random.nextInt(200), random).negate();
      assertThat(read(apache, whole)).isEqualTo(Value.of(whole));
      BigDecimal exact = new BigDecimal(whole, 1 + random.nextInt(30));
      assertThat(read(apache, exact)).isEqualTo(new Value.Decimal(exact));
    }
  }

  /** Each gap in reading is one: what Apache makes of an element that is in it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <nil/>                       | Unknown type: nil
          <i8>5000000000</i8>          | Unknown type: i8
          <bigdecimal>0.5</bigdecimal> | Unknown type: bigdecimal
          """)
  void apacheKnowsNoExtensionWithoutItsPrefix(String element, String problem) {
    for (boolean extensions : new boolean[] {true, false}) {
      assertThatExceptionOfType(SAXException.class)
          .isThrownBy(() -> param(new Apache(extensions), call(element)))
          .withMessageContaining(problem);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"19980717T14:08:55+02:00", "19980717T14:08:55Z", "19980717T14:08:55.5"})
  void apacheDropsWhatFollowsTheSeconds(String date) throws Exception {
    byte[] call = call("<dateTime.iso8601>" + date + "</dateTime.iso8601>");
    assertThat(ApacheValues.value(param(new Apache(true), call)))
        .isEqualTo(Value.Time.of(LocalDateTime.of(1998, 7, 17, 14, 8, 55)));
  }

  @Test
  void charactersBeyondPlane0ThatApacheWritesAreNoXmlAndRefused() throws Exception {
    byte[] call = new Apache(false).written("\ud83d\ude00");
    assertThat(new String(call, StandardCharsets.UTF_8))
        .contains("<value>&#55357;&#56832;</value>");
    assertThatExceptionOfType(NotWellFormedException.class)
        .isThrownBy(() -> MethodCall.read(call))
        .withMessageEndingWith("the reference &#55357; names no XML character");
    assertThatExceptionOfType(SAXException.class)
        .isThrownBy(() -> param(new Apache(false), call))
        .withMessageContaining("&#55357");
  }

  private static Samples<Value> any(long seed, Gap... gaps) {
    return new AnyValues(seed).take(VALUES).map(value -> Gap.without(value, gaps));
  }

  private static byte[] written(Value value) {
    return MethodCall.of("m", value).write(DIALECT, Limits.DEFAULT);
  }

  private static byte[] call(String type) {
    return ("<methodCall><methodName>m</methodName><params><param><value>"
            + type
            + "</value></param></params></methodCall>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable Object param(Apache apache, byte[] call) throws Exception {
    return apache.call(call).getParams().get(0);
  }

  private static Value read(Apache apache, @Nullable Object param) throws Exception {
    return MethodCall.read(apache.written(param)).params().get(0);
  }

  /** It sends carriage returns as they are, of which XML makes line feeds. */
  private static void assertSent(Apache apache, Value value) throws Exception {
    assertThat(read(apache, ApacheValues.object(value)))
        .isEqualTo(AnyValues.withLineEndsOfXml(value));
  }

  /** Its calendars have milliseconds, and its dates without an offset have not even those. */
  private static Value inMilliseconds(Value value) {
    return AnyValues.mapped(
        value,
        leaf ->
            leaf instanceof Value.Time time
                ? new Value.Time(
                    time.local()
                        .truncatedTo(
                            time.offset() == null ? ChronoUnit.SECONDS : ChronoUnit.MILLIS),
                    time.offset())
                : leaf,
        name -> name);
  }
}
