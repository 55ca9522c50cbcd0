package io.github.xmlrpc4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class GenerateTest {
  /** An interface from a server's own words, compiled and bound to it. */
  private static final class Remote implements AutoCloseable {
    private final String source;
    private final ServerProxy proxy;
    private final Class<?> type;
    private final Object methods;

    Remote(String url) throws Exception {
      Cli generated = Cli.run("generate", url, "--package", "org.example", "--name", "Api");
      assertThat(generated.err()).isEmpty();
      source = generated.out();
      type = Javac.load("org.example.Api", source);
      proxy = ServerProxy.to(url);
      methods = proxy.as(type);
    }

    Object call(String name, Object... arguments) throws Exception {
      Method method =
          Arrays.stream(type.getMethods())
              .filter(candidate -> candidate.getName().equals(name))
              .findFirst()
              .orElseThrow();
      return method.invoke(methods, method.isVarArgs() ? new Object[] {arguments} : arguments);
    }

    @Override
    public void close() {
      proxy.close();
    }
  }

  @Test
  void ourServersMethodsAreCalledThroughTheInterface() throws Exception {
    try (RpcServer server =
            RpcServer.builder()
                .methods(BuiltInFunctions.all(Limits.DEFAULT))
                .method(MethodDefinition.of("text.length", String.class, int.class, String::length))
                .start();
        Remote remote = new Remote(server.uri().toString())) {
      assertThat(remote.call("textLength", "four")).isEqualTo(4);
      assertThat(remote.call("divide", 7, 2)).isEqualTo(Value.of(3));
      assertThat(remote.call("quadraticRoots", 1, -3.0, 2))
          .isEqualTo(List.of(Value.of(1.0), Value.of(2.0)));
      assertThat(remote.source)
          .startsWith("package org.example;\n\nimport io.github.xmlrpc4j.contract.RpcMethod;\n")
          .contains(
              """
                /**
                 * Returns x / y of two numbers, rounded down to a whole number: -7 by 2 is -4.
                 */
                @RpcMethod("divide")
                Value divide(Object arg1, Object arg2);
              """
                  .indent(0));
    }
  }

  @Test
  void structsThatAreDescribedAreRecords() throws Exception {
    try (Peers peers = Peers.start();
        Remote epi = new Remote(peers.with("epi"));
        Remote examples = new Remote(peers.with("examples"))) {
      assertThat(epi.call("getState", 19))
          .hasToString(
              "GetStateResult[name=Maine, bigCity=Portland, area=GetStateResultArea[km2=91633.0]]");
      assertThat(examples.call("wpGetUser", 1980, "x"))
          .hasToString("WpGetUserResult[name=Ann, born=1980, class_=true, tags=[Str[value=x]]]");
      assertThat(epi.source)
          .contains("  @RpcMethod(\"getState\")\n  GetStateResult getState(int number);\n")
          .contains("      @Name(\"big city\") String bigCity,\n");
    }
  }

  @Test
  void nothingOfAHostileServerBecomesCode() throws Exception {
    try (Peers peers = Peers.start();
        Remote remote = new Remote(peers.with("hostile"))) {
      assertThat(remote.call("classX", 1, 2)).isEqualTo("you called */ class X {}");
      assertThat(remote.call("u002a", 1, 2)).isEqualTo("you called \\u002a/");
      assertThat(remote.call("class_", 1, 2)).isEqualTo("you called class");
      assertThat(remote.call("toString_", 1, 2)).isEqualTo("you called toString");
      assertThat(remote.call("wait_", 1, 2)).isEqualTo("you called wait");
      assertThat(remote.call("_1st", 1, 2)).isEqualTo("you called 1st");
      assertThat(remote.call("quoTe", 1, 2)).isEqualTo("you called quo\"te");
      assertThat(remote.call("aB", 1, 2)).isEqualTo("you called a b");
      assertThat(remote.call("aB2", 1, 2)).isEqualTo("you called a.b");
      assertThat(remote.call("aB3", 1, 2)).isEqualTo("you called a_b");
      assertThat(remote.call("aB4", 1, 2)).isEqualTo("you called aB");
      assertThat(remote.call("method", 1, 2)).isEqualTo("you called \u03a9");
      assertThat(remote.call("newLine", 1, 2)).isEqualTo("you called new\nline");
      assertThat(remote.type.getDeclaredClasses()).isEmpty();
      assertThat(remote.source)
          .contains(
              """
                 * *&#47; class Evil &#123; &#125; &#92;u002a/ &#60;script&#62;alert(1)&#60;/script&#62;
                 * &#123;&#64;code &#64;see &#8238; [31m
              """)
          .matches(Pattern.compile("[ -~\\n]*"));
    }
  }

  @Test
  void namesOnTheCommandLineAreCheckedToo() {
    assertThat(Cli.run("generate", "localhost", "--name", "A {} class B").err())
        .isEqualTo("xmlrpc generate: --name: \"A {} class B\" (expected: a type's name)\n");
    assertThat(Cli.run("generate", "localhost", "--package", "a..b").err())
        .isEqualTo("xmlrpc generate: --package: \"a..b\" (expected: a package's name)\n");
  }
}
