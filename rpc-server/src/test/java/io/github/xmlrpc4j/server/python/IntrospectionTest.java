package io.github.xmlrpc4j.server.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IntrospectionTest {
  private static final String NO_METHOD =
      "there is no method \"nonsense\"; system.listMethods tells which there are";

  @Test
  void pythonLearnsWhatIsServed() {
    assertThat(ask(Dialect.LENIENT))
        .containsExactly(
            "['add', 'addTogether', 'addtogether', 'bare', 'divide', 'multiply', 'quadratic',"
                + " 'quadratic.roots', 'square', 'subtract', 'system.getCapabilities',"
                + " 'system.listMethods', 'system.methodHelp', 'system.methodSignature',"
                + " 'system.multicall']",
            "'Returns x / y of two numbers, rounded down to a whole number: -7 by 2 is -4.'",
            "''",
            "[['int', 'int']]",
            "[['int', 'int', 'int'], ['double', 'int', 'double'], ['int', 'int', 'boolean'],"
                + " ['double', 'double', 'int'], ['double', 'double', 'double'],"
                + " ['double', 'double', 'boolean'], ['int', 'boolean', 'int'],"
                + " ['double', 'boolean', 'double'], ['int', 'boolean', 'boolean']]",
            "'undef'",
            "[['array', 'array']]",
            "fault -32602: params[0]: " + NO_METHOD,
            "fault -32602: params[0]: " + NO_METHOD,
            "fault -32602: system.methodHelp takes 1 parameter, not none",
            "fault -32602: params[0]: expected string, found int",
            "fault -32601: " + NO_METHOD,
            "faults_interop [('specUrl',"
                + " 'http://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php'),"
                + " ('specVersion', 20010516)]",
            "introspection [('specUrl', 'http://xmlrpc-c.sourceforge.net/introspection.html'),"
                + " ('specVersion', 1)]",
            "system.multicall [('specUrl',"
                + " 'http://mirrors.talideon.com/articles/multicall.html'), ('specVersion', 1)]",
            "xmlrpc [('specUrl', 'http://xmlrpc.com/spec.md'), ('specVersion', 1)]");
  }

  @Test
  void nilIsACapabilityWhereTheDialectWritesIt() {
    assertThat(ask(Dialect.LENIENT.writing(Extension.NIL)))
        .contains(
            "nil [('specUrl', 'http://ontosys.com/xml-rpc/extensions.php'),"
                + " ('specVersion', 20010518)]");
  }

  private static List<String> ask(Dialect dialect) {
    try (RpcServer server =
        RpcServer.builder()
            .methods(BuiltInFunctions.all(Limits.DEFAULT))
            .method(MethodDefinition.of("square", int.class, int.class, x -> x * x))
            .method("bare", (params, context) -> Value.of(0))
            .dialect(dialect)
            .start()) {
      return Python.run("introspection.py", server.uri());
    }
  }
}
