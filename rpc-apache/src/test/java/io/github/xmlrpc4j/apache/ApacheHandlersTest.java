package io.github.xmlrpc4j.apache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xmlrpc4j.client.MultiCall;
import io.github.xmlrpc4j.client.Pending;
import io.github.xmlrpc4j.client.ServerFaultException;
import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Value;
import java.math.BigDecimal;
import java.util.List;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.common.XmlRpcHttpRequestConfig;
import org.apache.xmlrpc.metadata.XmlRpcSystemImpl;
import org.apache.xmlrpc.server.PropertyHandlerMapping;
import org.apache.xmlrpc.server.XmlRpcServerConfigImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handlers of Apache's on our server, seen from outside. */
@Timeout(60)
final class ApacheHandlersTest {
  @FunctionalInterface
  private interface Conversation {
    void with(ServerProxy proxy) throws Exception;
  }

  private static PropertyHandlerMapping calculator() throws XmlRpcException {
    PropertyHandlerMapping mapping = new PropertyHandlerMapping();
    mapping.addHandler("Calculator", Calculator.class);
    return mapping;
  }

  private static ApacheHandlers handlers(boolean extensions) throws XmlRpcException {
    return ApacheHandlers.with(Host.config(extensions));
  }

  private static void serving(List<MethodDefinition> methods, Conversation conversation)
      throws Exception {
    try (RpcServer server = RpcServer.builder().dialect(Dialect.APACHE).methods(methods).start();
        ServerProxy proxy =
            ServerProxy.builder("http://127.0.0.1:" + server.port())
                .dialect(Dialect.APACHE)
                .build()) {
      conversation.with(proxy);
    }
  }

  private static ServerFaultException fault(ServerProxy proxy, String method, Object... params) {
    return catchThrowableOfType(ServerFaultException.class, () -> proxy.call(method, params));
  }

  @Test
  void theMethodsOfAMappingAreListedWithSignaturesAndWithoutNamesOfClasses() throws Exception {
    serving(
        handlers(true).of(calculator()),
        proxy -> {
          assertThat(proxy.call(String[].class, "system.listMethods"))
              .containsExactly(
                  "Calculator.add",
                  "Calculator.describe",
                  "Calculator.divide",
                  "Calculator.fault",
                  "Calculator.half",
                  "Calculator.secret",
                  "Calculator.sum",
                  "Calculator.tiny",
                  "Calculator.unwritable",
                  "system.getCapabilities",
                  "system.listMethods",
                  "system.methodHelp",
                  "system.methodSignature",
                  "system.multicall");
          assertThat(proxy.call(String[][].class, "system.methodSignature", "Calculator.describe"))
              .isDeepEqualTo(
                  new String[][] {{"struct", "string", "boolean", "base64", "dateTime.iso8601"}});
          assertThat(proxy.call(String[][].class, "system.methodSignature", "Calculator.tiny"))
              .isDeepEqualTo(new String[][] {{"string", "int"}});
          assertThat(proxy.call(String.class, "system.methodHelp", "Calculator.add")).isEmpty();
        });
  }

  @Test
  void helpThatSomebodyWroteIsTold() throws Exception {
    PropertyHandlerMapping mapping =
        new PropertyHandlerMapping() {
          @Override
          public String getMethodHelp(String name) {
            return "Does " + name + ".";
          }
        };
    mapping.addHandler("Calculator", Calculator.class);

    serving(
        handlers(true).of(mapping),
        proxy ->
            assertThat(proxy.call(String.class, "system.methodHelp", "Calculator.add"))
                .isEqualTo("Does Calculator.add."));
  }

  @Test
  void theSystemMethodsOfTheMappingGiveWayToTheServers() throws Exception {
    PropertyHandlerMapping mapping = calculator();
    XmlRpcSystemImpl.addSystemHandler(mapping);

    serving(
        handlers(true).of(mapping),
        proxy ->
            assertThat(proxy.call(String[].class, "system.listMethods"))
                .contains("system.multicall", "system.listMethods", "Calculator.add"));
  }

  @Test
  void aMulticallGoesToThemOneByOne() throws Exception {
    serving(
        handlers(false).of(calculator()),
        proxy -> {
          MultiCall batch = proxy.multicall();
          Pending<Integer> sum = batch.add(Integer.class, "Calculator.add", 7, 3);
          Pending<Integer> zero = batch.add(Integer.class, "Calculator.divide", 7, 0);
          batch.send();

          assertThat(sum.get()).isEqualTo(10);
          assertThatThrownBy(zero::get).hasMessageContaining("fault 42: division by zero");
        });
  }

  @Test
  void anExtensionsTypeReachesAMethodThatTakesJustThis() throws Exception {
    serving(
        handlers(true).of(calculator()),
        proxy -> {
          assertThat(
                  proxy.call(
                      BigDecimal.class,
                      "Calculator.sum",
                      Value.Array.of(
                          new Value.Decimal(new BigDecimal("1.10")),
                          new Value.Decimal(new BigDecimal("2")))))
              .isEqualTo(new BigDecimal("3.10"));
          String answer =
              proxy
                  .exchange(
                      ("<methodCall><methodName>Calculator.tiny</methodName><params><param><value>"
                              + "<ex:i1>5</ex:i1></value></param></params></methodCall>")
                          .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                  .response()
                  .toString();
          assertThat(answer).contains("<string>a byte: 5</string>");
        });
  }

  @Test
  void inAMulticallAnExtensionsTypeIsTheNearestOneOfTheSpecification() throws Exception {
    String call =
        "<methodCall><methodName>system.multicall</methodName><params><param><value><array><data>"
            + "<value><struct><member><name>methodName</name><value>Calculator.tiny</value></member>"
            + "<member><name>params</name><value><array><data><value><ex:i1>5</ex:i1></value>"
            + "</data></array></value></member></struct></value></data></array></value></param>"
            + "</params></methodCall>";
    serving(
        handlers(true).of(calculator()),
        proxy ->
            assertThat(
                    proxy
                        .exchange(call.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .response()
                        .toString())
                .contains("No method matching arguments: java.lang.Integer"));
  }

  @Test
  void whatAHandlerDidNotMeanToSayIsNotSaid() throws Exception {
    serving(
        handlers(true).of(calculator()),
        proxy -> {
          assertThat(fault(proxy, "Calculator.secret").fault().code()).isEqualTo(-32500);
          assertThat(fault(proxy, "Calculator.secret").fault().text())
              .matches(
                  "the call failed unexpectedly; the server's log tells why under the id"
                      + " [0-9a-f]{8}");
          assertThat(fault(proxy, "Calculator.fault"))
              .hasMessageEndingWith("Calculator.fault: fault 43: on purpose");
          assertThat(fault(proxy, "Calculator.half", 7))
              .hasMessageEndingWith(
                  "Calculator.half: fault 0: No method matching arguments: java.lang.Integer");
        });
  }

  @Test
  void aResultOfAnUnknownTypeIsAFaultThatNamesIt() throws Exception {
    serving(
        handlers(true).of(calculator()),
        proxy ->
            assertThat(fault(proxy, "Calculator.unwritable"))
                .hasMessageEndingWith(
                    "fault -32603: result: java.util.Locale is no type of XML-RPC; send it as a"
                        + " Map, an Object[], a String or a byte[]"));
  }

  @Test
  void anAuthenticationHandlerSeesUserAndPassword() throws Exception {
    PropertyHandlerMapping mapping = calculator();
    mapping.setAuthenticationHandler(
        request -> {
          XmlRpcHttpRequestConfig config = (XmlRpcHttpRequestConfig) request.getConfig();
          return "ann".equals(config.getBasicUserName())
              && "pass:word".equals(config.getBasicPassword());
        });

    serving(
        handlers(true).of(mapping),
        proxy -> {
          assertThat(fault(proxy, "Calculator.add", 1, 2))
              .hasMessageEndingWith("fault 0: Not authorized");
          ServerProxy ann = proxy.withHeader("Authorization", "Basic YW5uOnBhc3M6d29yZA==");
          assertThat(ann.call(int.class, "Calculator.add", 1, 2)).isEqualTo(3);
        });
  }

  @Test
  void aMappingThatCannotListServesTheNamesThatItIsGiven() throws Exception {
    serving(
        handlers(true).of(Calls::handler, "echo", "nobody"),
        proxy -> {
          assertThat(proxy.call("echo", "x"))
              .isEqualTo(Value.Array.of(Value.of("String x"), Value.of("x")));
          assertThat(fault(proxy, "nobody"))
              .hasMessageEndingWith("fault -32601: No such handler: nobody");
          assertThat(fault(proxy, "fail").fault().code()).isEqualTo(-32601);
        });
  }

  @Test
  void aHandlerAloneIsAMethod() throws Exception {
    serving(
        List.of(handlers(true).of("count", request -> request.getParameterCount())),
        proxy -> assertThat(proxy.call(int.class, "count", 1, null, "x")).isEqualTo(3));
  }

  @Test
  void aFaultOfAHandlerAlonePassesThrough() throws Exception {
    serving(
        List.of(
            handlers(true)
                .of(
                    "refuse",
                    request -> {
                      throw new FaultException(7, "no");
                    })),
        proxy -> assertThat(fault(proxy, "refuse")).hasMessageEndingWith("refuse: fault 7: no"));
  }

  @Test
  void theDialectIsTheOneOfTheConfiguration() throws Exception {
    assertThat(handlers(true).dialect()).isEqualTo(Dialect.APACHE);
    assertThat(handlers(false).dialect()).isEqualTo(Dialect.LENIENT);
  }

  @Test
  void settingsThatCannotBeHonouredAreRefusedByName() {
    XmlRpcServerConfigImpl exceptions = Host.config(true);
    exceptions.setEnabledForExceptions(true);
    XmlRpcServerConfigImpl encoding = Host.config(true);
    encoding.setEncoding("ISO-8859-1");

    assertThatThrownBy(() -> ApacheHandlers.with(exceptions))
        .hasMessageStartingWith("enabledForExceptions: true (expected: false");
    assertThatThrownBy(() -> ApacheHandlers.with(encoding))
        .hasMessage("encoding: ISO-8859-1 (expected: UTF-8 or none; xmlrpc4j writes no other)");
  }
}
