package io.github.xmlrpc4j.server.conformance;

import static io.github.xmlrpc4j.wire.Kind.ARRAY;
import static io.github.xmlrpc4j.wire.Kind.BOOLEAN;
import static io.github.xmlrpc4j.wire.Kind.BYTES;
import static io.github.xmlrpc4j.wire.Kind.DOUBLE;
import static io.github.xmlrpc4j.wire.Kind.INT;
import static io.github.xmlrpc4j.wire.Kind.STRING;
import static io.github.xmlrpc4j.wire.Kind.STRUCT;
import static io.github.xmlrpc4j.wire.Kind.TIME;

import io.github.xmlrpc4j.contract.Signature;
import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code validator1.*}: the eight tests of xmlrpc.com's validator. */
final class Validator {
  private static final List<String> STOOGES = List.of("moe", "larry", "curly");

  private Validator() {}

  static List<MethodDefinition> all() {
    return List.of(
        test("arrayOfStructsTest", INT, ARRAY, Validator::curlies)
            .withHelp("Returns the sum of all members curly of an array of structs."),
        test("countTheEntities", STRUCT, STRING, Validator::entities)
            .withHelp("Counts the characters < > & ' and \" of a string."),
        test("easyStructTest", INT, STRUCT, struct -> stooges(struct, "params[0]"))
            .withHelp("Returns the sum of the members moe, larry and curly of a struct."),
        test("echoStructTest", STRUCT, STRUCT, struct -> Checked.of(STRUCT, struct, "params[0]"))
            .withHelp("Returns its struct."),
        MethodDefinition.of(
                "validator1.manyTypesTest", 6, (params, context) -> new Value.Array(params))
            .withSignatures(List.of(Signature.of(ARRAY, INT, BOOLEAN, STRING, DOUBLE, TIME, BYTES)))
            .withHelp("Returns an array of its six arguments, in order."),
        test("moderateSizeArrayCheck", STRING, ARRAY, Validator::ends)
            .withHelp("Returns the first string of an array joined with the last."),
        test("nestedStructTest", INT, STRUCT, Validator::calendar)
            .withHelp(
                "Returns the sum of moe, larry and curly of the day 2000, 04, 01 of a calendar,"
                    + " which is a struct of years of structs of months of structs of days."),
        test("simpleStructReturnTest", STRUCT, INT, Validator::multiples)
            .withHelp("Returns a number times 10, times 100 and times 1000."));
  }

  private static MethodDefinition test(
      String name, Kind result, Kind param, UnaryOperator<Value> body) {
    return MethodDefinition.of(
            "validator1." + name, 1, (params, context) -> body.apply(params.get(0)))
        .withSignatures(List.of(Signature.of(result, param)));
  }

  private static Value curlies(Value structs) {
    long sum = 0;
    int index = 0;
    for (Value struct : Checked.array(structs, "params[0]")) {
      String where = "params[0][" + index++ + "]";
      sum += Checked.integer(Checked.member(struct, "curly", where), where + ".curly");
    }
    return Checked.sum(sum);
  }

  private static Value stooges(Value struct, String where) {
    long sum = 0;
    for (String name : STOOGES) {
      sum += Checked.integer(Checked.member(struct, name, where), where + "." + name);
    }
    return Checked.sum(sum);
  }

  private static Value entities(Value value) {
    String text = Checked.string(value, "params[0]");
    return Value.Struct.empty()
        .with("ctLeftAngleBrackets", count(text, '<'))
        .with("ctRightAngleBrackets", count(text, '>'))
        .with("ctAmpersands", count(text, '&'))
        .with("ctApostrophes", count(text, '\''))
        .with("ctQuotes", count(text, '"'));
  }

  private static Value count(String text, char wanted) {
    return Value.of((int) text.chars().filter(c -> c == wanted).count());
  }

  private static Value ends(Value value) {
    List<Value> strings = Checked.array(value, "params[0]").values();
    if (strings.isEmpty()) {
      throw new FaultException(FaultCodes.INVALID_PARAMS, "params[0]: the array is empty");
    }
    int last = strings.size() - 1;
    return Value.of(
        Checked.string(strings.get(0), "params[0][0]")
            + Checked.string(strings.get(last), "params[0][" + last + "]"));
  }

  private static Value calendar(Value years) {
    String where = "params[0]";
    Value day = years;
    for (String name : List.of("2000", "04", "01")) {
      day = Checked.member(day, name, where);
      where += "[\"" + name + "\"]";
    }
    return stooges(day, where);
  }

  private static Value multiples(Value value) {
    long number = Checked.integer(value, "params[0]");
    return Value.Struct.empty()
        .with("times10", Checked.sum(number * 10))
        .with("times100", Checked.sum(number * 100))
        .with("times1000", Checked.sum(number * 1_000));
  }
}
