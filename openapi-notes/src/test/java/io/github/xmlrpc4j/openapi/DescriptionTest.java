package io.github.xmlrpc4j.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.contract.Signature;
import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.Value;
import io.restassured.response.Response;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The file as a file, and as servers give it out. */
final class DescriptionTest {
  @Test
  void theFileIsSoundOpenApi31() {
    assertSound(Description.text());
  }

  private static void assertSound(String text) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(text, null, options);

    assertThat(result.getMessages()).isEmpty();
    assertThat(result.isOpenapi31()).isTrue();
    assertThat(result.getOpenAPI().getPaths())
        .containsOnlyKeys("/", "/RPC2", "/openapi.yaml", "/page/{file}");
    assertThat(result.getOpenAPI().getPaths().get("/").getPost()).isNotNull();
  }

  @Test
  void theFileIsWhatTheServerWithTheBuiltInFunctionsGivesOut() {
    try (RpcServer server =
        RpcServer.builder().methods(BuiltInFunctions.all(Limits.DEFAULT)).start()) {
      Response response = get(server);

      assertThat(response.contentType()).isEqualTo("application/yaml");
      assertThat(response.asString()).isEqualTo(Description.text());
    }
  }

  @Test
  void anotherServerListsItsOwnFunctionsWhateverTheyAreCalled() {
    String name = "it's: \"x\" # - \\ \t\u0085 é\uD83D\uDE00";
    try (RpcServer server =
        RpcServer.builder()
            .method(
                MethodDefinition.of(name, (params, context) -> Value.of(1))
                    .withHelp("two\nlines: {a}")
                    .withSignatures(List.of(Signature.of(Kind.INT, Kind.STRING))))
            .start()) {
      String text = get(server).asString();

      assertSound(text);
      List<?> functions =
          (List<?>) Description.of(text).at("components", "schemas", "MethodName", "oneOf");
      assertThat(functions.get(0))
          .isEqualTo(
              Map.of(
                  "const",
                  name,
                  "description",
                  "two\nlines: {a}",
                  "x-signatures",
                  List.of(List.of("int", "string"))));
      assertThat(functions).hasSize(6);
      assertThat(text).doesNotContain("addtogether");
    }
  }

  @Test
  void whoMayNotAskIsToldNoFunctions() {
    try (RpcServer server =
        RpcServer.builder()
            .methods(BuiltInFunctions.all(Limits.DEFAULT))
            .intercept(
                invocation -> {
                  throw new FaultException(401, "no entry");
                })
            .start()) {
      String text = get(server).asString();

      assertSound(text);
      assertThat(text)
          .endsWith("      description: \"system.listMethods: fault 401: no entry\"\n")
          .doesNotContain("const: \"addtogether\"");
    }
  }

  @Test
  void theLimitsAreTheDefaults() throws Exception {
    Map<String, Object> limits = new TreeMap<>();
    for (RecordComponent limit : Limits.class.getRecordComponents()) {
      limits.put(limit.getName(), Map.of("const", limit.getAccessor().invoke(Limits.DEFAULT)));
    }

    assertThat(Description.read().map("components", "schemas", "Limits", "properties"))
        .isEqualTo(limits);
  }

  @Test
  void theSchemaOfAValueHasAllKindsButTheOneThatIsOnlyRead() {
    assertThat(Description.read().map("components", "schemas", "Value", "properties").keySet())
        .containsExactlyInAnyOrderElementsOf(
            List.of(Kind.values()).stream()
                .filter(kind -> kind != Kind.DECIMAL)
                .map(Kind::typeName)
                .toList());
  }

  private static Response get(RpcServer server) {
    return given().baseUri("http://127.0.0.1").port(server.port()).get("/openapi.yaml");
  }
}
