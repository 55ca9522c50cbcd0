package io.github.xmlrpc4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in the digits that a writer puts. */
class NumbersWrittenTest {
  @Test
  void integersOfEveryLengthAreWritten() {
    for (long power = 1; power < 10_000_000_000L; power *= 10) {
      for (long number : new long[] {power - 1, power, power + 1, 2 * power, 9 * power}) {
        if (number == (int) number) {
          assertThat(integer((int) number)).isEqualTo(Long.toString(number));
          assertThat(integer((int) -number)).isEqualTo(Long.toString(-number));
        }
      }
    }
    assertThat(integer(Integer.MAX_VALUE)).isEqualTo("2147483647");
    assertThat(integer(Integer.MIN_VALUE)).isEqualTo("-2147483648");
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0.0,
        -0.0,
        0.5,
        -0.5,
        1.0,
        100.0,
        1e9,
        999_999_999.5,
        999_999_999.999_999,
        1_000_000_000.5,
        123_456_789.123_456_7,
        1e15,
        1e16,
        1e22,
        0.1,
        0.3,
        0.1 + 0.2,
        2.675,
        0.000_001,
        0.000_000_1,
        999.999_999,
        999.999_999_9,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Math.PI
      })
  void doublesHaveTheFewestDigitsThatReadBackTheSame(double number) {
    assertThat(real(number)).isEqualTo(Numbers.plain(number));
    assertThat(Double.parseDouble(real(number))).isEqualTo(number);
  }

  @Test
  void anyDoubleIsWrittenInTheDigitsThatAreFoundWithoutHaste() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      double few = random.nextInt(2_000_000) / Math.pow(10, random.nextInt(9));
      double large = random.nextInt() / Math.pow(10, random.nextInt(8));
      double near = Math.nextAfter(few, random.nextBoolean() ? 0 : Double.MAX_VALUE);
      double any = Double.longBitsToDouble(random.nextLong());
      for (double number : new double[] {few, -few, large, near, Double.isFinite(any) ? any : 1}) {
        assertThat(real(number)).isEqualTo(Numbers.plain(number));
      }
    }
  }

  private static String integer(int number) {
    WireWriter out = new WireWriter(Dialect.LENIENT, Limits.DEFAULT);
    out.writeInt(number);
    return content(out, "int");
  }

  private static String real(double number) {
    WireWriter out = new WireWriter(Dialect.LENIENT, Limits.DEFAULT);
    out.writeDouble(number);
    return content(out, "double");
  }

  private static String content(WireWriter out, String type) {
    String document = out.toString();
    String start = "<value><" + type + ">";
    String end = "</" + type + "></value>\n";
    assertThat(document).startsWith(start).endsWith(end);
    return document.substring(start.length(), document.length() - end.length());
  }
}
