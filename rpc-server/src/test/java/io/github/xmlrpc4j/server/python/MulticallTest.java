package io.github.xmlrpc4j.server.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class MulticallTest {
  private static final Limits LIMITS = Limits.DEFAULT.withMaxCalls(20);

  @Test
  void whatGoesWrongWithOneCallIsThatOnesFaultAlone() {
    List<String> lines;
    try (RpcServer server =
        RpcServer.builder()
            .limits(LIMITS)
            .methods(BuiltInFunctions.all(LIMITS))
            .method("answer", (params, context) -> Value.of(42))
            .method("control", (params, context) -> Value.of("a\u0001b"))
            .method("nothing", (params, context) -> Value.nil())
            .method("wide", (params, context) -> Value.of(1L << 40))
            .method(
                "half",
                (params, context) ->
                    Value.Array.of(
                        Value.of("fine"), Value.Struct.empty().with("name", Value.of(1 / 0.0))))
            .method(
                "own",
                (params, context) -> {
                  throw new FaultException(404, "no such page");
                })
            .start()) {
      lines = Python.run("multicall.py", server.uri());
    }

    assertThat(lines)
        .containsExactly(
            "10",
            "fault -32500: division by zero",
            "'abab'",
            "fault -32600: system.multicall cannot be called inside itself",
            "[42]",
            "fault -32602: add takes 2 parameters, not none",
            "fault -32601: there is no method \"nonsense\"; system.listMethods tells which there are",
            "fault -32600: a call is a struct with methodName and params, not string",
            "fault -32600: a call is a struct with methodName and params, not int",
            "fault -32600: a call's methodName is a string",
            "fault -32600: a call's methodName is a string",
            "fault -32600: a call's params are an array, not string",
            "fault -32600: a call's params are an array, not struct",
            "fault -32602: params[1]: int and string cannot be added",
            "fault -32603: result[12][0]: the character U+0001 at index 1 cannot stand in XML;"
                + " send the text as base64",
            "fault -32603: result[13][0]: there is no value, and no nil without Extension.NIL",
            "fault -32603: result[14][0]: 1099511627776 does not fit <int>, which has 32 bits"
                + " (Extension.I8 allows <i8>)",
            "fault -32603: result[15][0][1].name: Infinity is not finite"
                + " (Extension.DOUBLE_NOT_FINITE allows it)",
            "fault 404: no such page",
            "[3]",
            "[]",
            "fault -32602: system.multicall takes 1 parameter, not none",
            "fault -32602: params[0]: expected array, found struct",
            "20",
            "fault -32400: 21 calls in one system.multicall exceeds the limit of 20"
                + " (Limits.maxCalls) at params[0]");
  }

  @Test
  void theTextOfAnUnexpectedExceptionStaysInTheLogUnderTheIdThatThePeerIsTold() {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream before = System.err;
    List<String> lines;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (RpcServer server =
        RpcServer.builder()
            .method("answer", (params, context) -> Value.of(42))
            .method(
                "fail",
                (params, context) -> {
                  throw new IllegalStateException("the password is swordfish");
                })
            .start()) {
      lines = Python.run("unexpected.py", server.uri());
    } finally {
      System.setErr(before);
    }

    String failed =
        "fault -32500: the call failed unexpectedly; the server's log tells why under the id ";
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).matches(Pattern.quote(failed) + "[0-9a-f]{8}");
    assertThat(lines.get(1)).matches("\\[" + Pattern.quote(failed) + "[0-9a-f]{8}, \\[42]]");
    for (String line : lines) {
      String id = line.substring(line.indexOf(" id ") + 4).substring(0, 8);
      assertThat(log.toString(StandardCharsets.UTF_8))
          .containsPattern(
              "fail called by 127\\.0\\.0\\.1:\\d+ failed unexpectedly \\(id "
                  + id
                  + "\\)\\Rjava.lang.IllegalStateException: the password is swordfish");
    }
  }
}
