package io.github.xmlrpc4j.server.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Extension;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values of every type from Python to us and back. */
final class EchoTest {
  private static final Dialect WIDE = Dialect.LENIENT.writing(Extension.I8, Extension.NIL);

  private static final String I8 = ", which has 32 bits (Extension.I8 allows <i8>)";

  @Test
  void valuesOfEveryTypeComeBackAsTheyWere() {
    assertThat(echo(Dialect.LENIENT, "plain"))
        .containsExactly(
            "0",
            "-1",
            "2147483647",
            "-2147483648",
            "True",
            "False",
            "0.0",
            "-0.0",
            "0.1",
            "1e+300",
            "-5e-324",
            "1.7976931348623157e+308",
            "''",
            "' '",
            "'\\n\\t '",
            "']]>'",
            "'<&>\"\\''",
            "'&amp;'",
            "'a\\u0301'",
            "'\\xfc\\u4e2d'",
            "'\\U0001f600'",
            "'\\ufffd\\ud7ff\\ue000'",
            // Python writes a CR as it is, so that what arrives is an LF.
            "'a\\nb\\nc'",
            "DateTime('19980717T14:08:55')",
            "DateTime('19980717T14:08:55')",
            "Binary(b'')",
            "Binary(b'\\x00\\r\\xff')",
            "[]",
            "[1, 'x', [True]]",
            "{}",
            "{'b': 1, 'a': [{'': 2.5}]}",
            "[1, 2]",
            "every byte True",
            "30 levels True",
            "64 levels True",
            "fault -32400: a depth of 65 arrays and structs exceeds the limit of 64"
                + " (Limits.maxDepth) at line 134, column 16 (byte 2081)");
  }

  @Test
  void pythonsOwnDatesAndBytesComeBackAsTheyWere() {
    assertThat(echo(Dialect.LENIENT, "builtin"))
        .containsExactly(
            "datetime.datetime(1998, 7, 17, 14, 8, 55)",
            "b'\\x00\\xff'",
            "[datetime.datetime(1998, 7, 17, 14, 8, 55), {'data': b'abc'}]");
  }

  @Test
  void wideIntegersAndNoneComeBackWhereTheDialectWritesThem() {
    assertThat(echo(WIDE, "extended"))
        .containsExactly(
            "2147483648",
            "-9223372036854775808",
            "9223372036854775807",
            "5",
            "None",
            "[None, {'x': None, 'y': 1099511627776}]");
  }

  @Test
  void wideIntegersAndNoneAreFaultsWhereItDoesNot() {
    assertThat(echo(Dialect.LENIENT, "extended"))
        .containsExactly(
            "fault -32603: result: 2147483648 does not fit <int>" + I8,
            "fault -32603: result: -9223372036854775808 does not fit <int>" + I8,
            "fault -32603: result: 9223372036854775807 does not fit <int>" + I8,
            "5",
            "fault -32603: result: there is no value, and no nil without Extension.NIL",
            "fault -32603: result[0]: there is no value, and no nil without Extension.NIL");
  }

  private static List<String> echo(Dialect dialect, String mode) {
    try (RpcServer server =
        RpcServer.builder()
            .dialect(dialect)
            .method("echo", (params, context) -> params.get(0))
            .start()) {
      return Python.run("echo.py", server.uri(), mode);
    }
  }
}
