package io.github.xmlrpc4j.server.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class FunctionsTest {
  private static final Value INT = Value.of(7);
  private static final Value TEXT = Value.of("x");
  private static final Value STRUCT = Value.Struct.empty();
  private static final Value TRUE = Value.of(true);

  private final Functions functions = Functions.standard();
  private final Functions wide =
      Functions.of(Dialect.LENIENT.writing(Extension.I8), Limits.DEFAULT);

  @Test
  void kindsThatDoNotMixAreFaultsThatNameBothAndThePlaceOfTheSecond() {
    assertThat(functions.fault("addtogether", INT, Value.of(2.5), TEXT))
        .isEqualTo(new Fault(-32602, "params[2]: int and string cannot be added"));
    assertThat(functions.fault("addtogether", TEXT, TEXT, INT))
        .isEqualTo(new Fault(-32602, "params[2]: string and int cannot be added"));
    assertThat(functions.fault("addtogether", Value.Array.of(), TEXT))
        .isEqualTo(new Fault(-32602, "params[1]: array and string cannot be added"));
    assertThat(functions.fault("addtogether", STRUCT, INT))
        .isEqualTo(new Fault(-32602, "params[1]: struct and int cannot be added"));
    assertThat(functions.fault("add", Value.nil(), Value.nil()))
        .isEqualTo(new Fault(-32602, "params[1]: nil and nil cannot be added"));
    assertThat(functions.fault("add", new Value.Decimal(new BigDecimal("0.1")), INT))
        .isEqualTo(new Fault(-32602, "params[1]: bigdecimal and int cannot be added"));
    assertThat(functions.fault("multiply", TEXT, TEXT))
        .isEqualTo(new Fault(-32602, "params[1]: string and string cannot be multiplied"));
    assertThat(functions.fault("multiply", Value.of(2.0), TEXT))
        .isEqualTo(new Fault(-32602, "params[1]: double and string cannot be multiplied"));
  }

  @Test
  void whatIsNoNumberIsAFaultWhereOnlyNumbersGo() {
    assertThat(functions.fault("subtract", TEXT, INT))
        .isEqualTo(new Fault(-32602, "params[0]: expected int, double or boolean, found string"));
    assertThat(functions.fault("divide", INT, Value.Array.of()))
        .isEqualTo(new Fault(-32602, "params[1]: expected int, double or boolean, found array"));
    assertThat(functions.fault("quadratic", INT, INT, STRUCT))
        .isEqualTo(new Fault(-32602, "params[2]: expected int, double or boolean, found struct"));
    assertThat(functions.fault("quadratic.roots", Value.Bytes.of(), INT, INT))
        .isEqualTo(new Fault(-32602, "params[0]: expected int, double or boolean, found base64"));
    assertThat(functions.fault("quadratic.roots", INT, Value.of(Double.NaN), INT))
        .isEqualTo(new Fault(-32602, "params[1]: expected a finite number, found NaN"));
  }

  @Test
  void theWrongNumberOfParametersIsAFault() {
    assertThat(functions.fault("addTogether"))
        .isEqualTo(new Fault(-32602, "addtogether takes at least 1 parameter, not none"));
    assertThat(functions.fault("quadratic", INT, INT))
        .isEqualTo(new Fault(-32602, "quadratic takes 3 parameters, not 2"));
    assertThat(functions.fault("quadratic.roots"))
        .isEqualTo(new Fault(-32602, "quadratic.roots takes 3 parameters, not none"));
    for (String name : new String[] {"add", "subtract", "multiply", "divide"}) {
      assertThat(functions.fault(name, INT, INT, INT))
          .isEqualTo(new Fault(-32602, name + " takes 2 parameters, not 3"));
    }
  }

  @Test
  void divisionByZeroIsAFaultOfEveryKindOfZero() {
    Fault byZero = new Fault(-32500, "division by zero");

    assertThat(functions.fault("divide", INT, Value.of(0))).isEqualTo(byZero);
    assertThat(functions.fault("divide", INT, Value.of(false))).isEqualTo(byZero);
    assertThat(functions.fault("divide", INT, Value.of(-0.0))).isEqualTo(byZero);
    assertThat(functions.fault("divide", Value.of(0.0), Value.of(0))).isEqualTo(byZero);
  }

  @Test
  void divisionRoundsDown() {
    assertThat(functions.call("divide", Value.of(-7), Value.of(2))).isEqualTo(Value.of(-4));
    assertThat(functions.call("divide", Value.of(7), Value.of(-2))).isEqualTo(Value.of(-4));
    assertThat(functions.call("divide", Value.of(-7.5), Value.of(2))).isEqualTo(Value.of(-4.0));
    assertThat(functions.call("divide", Value.of(0), Value.of(-3.0))).isEqualTo(Value.of(-0.0));
    assertThat(functions.call("divide", TRUE, TRUE)).isEqualTo(Value.of(1));
  }

  @Test
  void theDocumentedRootsAreNotThoseOfTheEquation() {
    assertThat(functions.call("quadratic", Value.of(2), Value.of(-4), Value.of(0)))
        .isEqualTo(Value.Array.of(Value.of(0.0), Value.of(8.0)));
    assertThat(functions.call("quadratic.roots", Value.of(2), Value.of(-4), Value.of(0)))
        .isEqualTo(Value.Array.of(Value.of(0.0), Value.of(2.0)));
    assertThat(functions.call("quadratic", Value.of(1), Value.of(2), Value.of(1)))
        .isEqualTo(Value.Array.of(Value.of(-1.0)));
  }

  @Test
  void anEquationWithoutRealRootsIsAFaultOrEmptyAndOneOfZerosIsAFault() {
    assertThat(functions.fault("quadratic", Value.of(1), Value.of(1), Value.of(1)))
        .isEqualTo(new Fault(-32500, "b*b - 4*a*c is negative: there is no real root"));
    assertThat(functions.call("quadratic.roots", Value.of(1), Value.of(1), Value.of(1)))
        .isEqualTo(Value.Array.of());
    assertThat(functions.call("quadratic.roots", Value.of(0), Value.of(0), Value.of(1)))
        .isEqualTo(Value.Array.of());
    assertThat(functions.fault("quadratic.roots", Value.of(0), Value.of(-0.0), Value.of(false)))
        .isEqualTo(new Fault(-32500, "a, b and c are 0: every number is a root"));
  }

  @Test
  void aRootHalfWayBetweenTwoDoublesGoesToTheEvenOneAndOneBesideItToTheNearer() {
    Value smallest = Value.of(-Double.MIN_VALUE);

    assertThat(functions.call("quadratic.roots", Value.of(0), Value.of(2), smallest))
        .isEqualTo(Value.Array.of(Value.of(0.0)));
    assertThat(functions.call("quadratic.roots", Value.of(-2), Value.of(2), smallest))
        .isEqualTo(Value.Array.of(Value.of(Double.MIN_VALUE), Value.of(1.0)));
    assertThat(functions.call("quadratic.roots", Value.of(2), Value.of(2), smallest))
        .isEqualTo(Value.Array.of(Value.of(-1.0), Value.of(0.0)));
  }

  @Test
  void anIntegerBeyond32BitsIsAFaultUnlessTheDialectWritesI8() {
    Value most = Value.of(Integer.MAX_VALUE);

    assertThat(functions.fault("add", most, Value.of(1)))
        .isEqualTo(
            new Fault(
                -32603,
                "result: 2147483648 does not fit <int>, which has 32 bits"
                    + " (Extension.I8 allows <i8>)"));
    assertThat(functions.fault("subtract", Value.of(Integer.MIN_VALUE), TRUE).code())
        .isEqualTo(-32603);
    assertThat(functions.call("addtogether", most, Value.of(1), Value.of(-1))).isEqualTo(most);
    assertThat(wide.call("add", most, Value.of(1))).isEqualTo(Value.of(2_147_483_648L));
    assertThat(wide.call("divide", Value.of(Integer.MIN_VALUE), Value.of(-1)))
        .isEqualTo(Value.of(2_147_483_648L));
    assertThat(wide.call("subtract", Value.of(1L << 40), Value.of(1L << 40)))
        .isEqualTo(Value.of(0));
  }

  @Test
  void anIntegerBeyond64BitsIsAFaultAndNeverADouble() {
    Value tenToTheTenth = Value.of(10_000_000_000L);
    Fault tooWide =
        new Fault(-32603, "result: an integer of 68 bits does not fit <i8>, which has 64");

    assertThat(functions.fault("multiply", tenToTheTenth, tenToTheTenth)).isEqualTo(tooWide);
    assertThat(wide.fault("multiply", tenToTheTenth, tenToTheTenth)).isEqualTo(tooWide);
    assertThat(wide.fault("add", Value.of(Long.MAX_VALUE), Value.of(1)).text())
        .isEqualTo("result: an integer of 65 bits does not fit <i8>, which has 64");
    assertThat(wide.call("add", Value.of(Long.MAX_VALUE), Value.of(-1)))
        .isEqualTo(Value.of(Long.MAX_VALUE - 1));
  }

  @Test
  void anIntegerBeyondAllDoublesIsNotTakenForInfinity() {
    Value huge = new Value.Decimal(new BigDecimal("1" + "0".repeat(400)));

    assertThat(functions.fault("divide", Value.of(1.5), huge))
        .isEqualTo(new Fault(-32500, "an integer of 1330 bits is no double"));
    assertThat(functions.call("divide", INT, huge)).isEqualTo(Value.of(0));
    assertThat(functions.call("divide", huge, huge)).isEqualTo(Value.of(1));
  }

  @Test
  void aResultThatIsNotFiniteIsAFault() {
    assertThat(functions.fault("multiply", Value.of(1e200), Value.of(-1e200)))
        .isEqualTo(
            new Fault(
                -32603, "result: -Infinity is not finite (Extension.DOUBLE_NOT_FINITE allows it)"));
    assertThat(functions.fault("quadratic", Value.of(1), Value.of(1e200), Value.of(0)).text())
        .isEqualTo("result[0]: -Infinity is not finite (Extension.DOUBLE_NOT_FINITE allows it)");
    assertThat(functions.fault("quadratic.roots", Value.of(0), Value.of(1e-200), Value.of(-1e200)))
        .isEqualTo(
            new Fault(
                -32603,
                "result[0]: Infinity is not finite (Extension.DOUBLE_NOT_FINITE allows it)"));
  }

  @Test
  void oneArgumentOfAnyKindComesBackAsItIs() {
    for (Value value : Samples.ALL.values()) {
      assertThat(functions.call("addTogether", value)).isEqualTo(value);
    }
    assertThat(functions.fault("addtogether", Value.nil()))
        .isEqualTo(
            new Fault(-32603, "result: there is no value, and no nil without Extension.NIL"));
    assertThat(wide.call("addtogether", Value.of(5L))).isEqualTo(Value.of(5L));
  }
}
