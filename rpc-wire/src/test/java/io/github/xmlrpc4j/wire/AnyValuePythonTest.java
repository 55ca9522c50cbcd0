package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Any value that both sides know, to CPython and from it. */
class AnyValuePythonTest {
  private static final Dialect DIALECT = Dialect.LENIENT.writing(Extension.values());

  private static final Gap YEAR_0 =
      Gap.ofTimes("its datetime begins with the year 1", t -> t.local().getYear() == 0);
  private static final Gap OFFSET =
      Gap.ofTimes("it reads no date with an offset, and drops one", t -> t.offset() != null);
  private static final Gap FRACTION =
      Gap.ofTimes("it reads no date with a fraction, and drops one", AnyValues::hasFraction);
  private static final Gap OVER_32_BITS =
      new Gap(
          "it reads i8 and writes none",
          v -> v instanceof Value.Long number && number.value() != (int) number.value());
  private static final Gap DECIMAL =
      new Gap("it reads bigdecimal and writes none", v -> v instanceof Value.Decimal);

  @Test
  void pythonReadsWhatIsWrittenHere() {
    Samples<Value> values = values(11, YEAR_0, OFFSET, FRACTION);
    List<byte[]> questions = new ArrayList<>();
    values.each(
        value -> {
          byte[] document = MethodCall.of("m", value).write(DIALECT, Limits.DEFAULT);
          questions.add(Wire.utf8(PythonLiterals.of(value) + "\n" + Wire.text(document)));
        });
    Iterator<byte[]> differences =
        Python.ask(
                """
            from decimal import Decimal
            literal, document = line.split(b'\\n', 1)
            wanted = repr(eval(literal))
            read = repr(loads(document, use_builtin_types=True)[0][0])
            return b'' if read == wanted else ascii(wanted + ' became ' + read).encode()""",
                questions)
            .iterator();
    values.each(value -> assertThat(Wire.text(differences.next())).isEmpty());
    assertThat(differences).isExhausted();
  }

  @Test
  void whatPythonWritesIsReadHere() {
    Samples<Value> values = values(12, YEAR_0, OFFSET, FRACTION, OVER_32_BITS, DECIMAL);
    Iterator<byte[]> documents =
        Python.ask(
                "return dumps((eval(line),), 'm', allow_none=True).encode()",
                values.all().stream().map(PythonLiterals::of).map(Wire::utf8).toList())
            .iterator();
    values.each(
        value -> assertThat(Wire.read(documents.next(), Dialect.LENIENT)).isEqualTo(asSent(value)));
    assertThat(documents).isExhausted();
  }

  /** Each gap in what Python reads is one. */
  @Test
  void pythonReadsNoneOfTheDatesThatAreLeftOut() {
    List<String> answers =
        answers(
            "loads(line, use_builtin_types=True)[0][0]",
            List.of("00000101T00:00:00", "19980717T14:08:55Z", "19980717T14:08:55.5"),
            date -> Wire.call("<value><dateTime.iso8601>" + date + "</dateTime.iso8601></value>"));
    // The words behind the name differ with the version.
    assertThat(answers).hasSize(3).allMatch(answer -> answer.startsWith("ValueError: "));
  }

  /** Each gap in what Python writes is one. */
  @Test
  void pythonWritesNoneOfTheValuesThatAreLeftOut() {
    List<String> answers =
        answers(
            "dumps((eval(line),), 'm')",
            List.of(
                "2**31",
                "__import__('decimal').Decimal('0.5')",
                "datetime.datetime(1998, 7, 17, 14, 8, 55, 500000)",
                "datetime.datetime(1998, 7, 17, 14, 8, 55, tzinfo=datetime.timezone.utc)",
                "'a\\r\\nb\\rc'"),
            Wire::utf8);
    assertThat(answers).hasSize(5);
    assertThat(answers.get(0)).isEqualTo("OverflowError: int exceeds XML-RPC limits");
    assertThat(answers.get(1))
        .isEqualTo("TypeError: cannot marshal <class 'decimal.Decimal'> objects");
    assertThat(answers.get(2)).contains(">19980717T14:08:55<");
    assertThat(answers.get(3)).contains(">19980717T14:08:55<");
    // Not as it was, as ours is.
    assertThat(answers.get(4)).contains("<string>a\r\nb\rc</string>");
  }

  /** Any values without those of the gaps, and every character. */
  private static Samples<Value> values(long seed, Gap... gaps) {
    Stream<Value> any = new AnyValues(seed).take(3_000).all().stream();
    Stream<Value> characters = AnyTexts.everyCharacter().stream().map(Value::of);
    return new Samples<>(
        seed, Stream.concat(any.map(value -> Gap.without(value, gaps)), characters).toList());
  }

  /** Python has one integer type, and sends carriage returns as they are. */
  private static Value asSent(Value value) {
    return AnyValues.withLineEndsOfXml(AnyValues.withoutSmallLongs(value));
  }

  /** What an expression makes of each question, or the exception that it ends in. */
  private static List<String> answers(
      String expression, List<String> questions, Function<String, byte[]> asked) {
    String body =
        """
        try:
            return str(%s).encode()
        except Exception as e:
            return f'{type(e).__name__}: {e}'.encode()"""
            .formatted(expression);
    return Python.ask(body, questions.stream().map(asked).toList()).stream()
        .map(Wire::text)
        .toList();
  }
}
