package io.github.xmlrpc4j.samples.hello;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HelloServerTest {
  private RpcServer server;

  @BeforeEach
  void start() {
    server = RpcServer.builder().register(new Greetings()).start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPersonIsGreetedWithTheTitle() throws Exception {
    Value.Struct person =
        Value.Struct.empty().with("name", Value.of("Lovelace")).with("title", Value.of("Countess"));

    assertThat(greet(person))
        .isEqualTo(new MethodResponse.Success(Value.of("Hello, Countess Lovelace!")));
  }

  @Test
  void aPersonWithoutATitleIsGreetedWithoutOne() throws Exception {
    Value.Struct person = Value.Struct.empty().with("name", Value.of("Ada"));

    assertThat(greet(person)).isEqualTo(new MethodResponse.Success(Value.of("Hello, Ada!")));
  }

  @Test
  void aPersonWhoseNameIsANumberIsRefusedWithTheWayToIt() throws Exception {
    Value.Struct person = Value.Struct.empty().with("name", Value.of(7));

    assertThat(greet(person))
        .isEqualTo(
            new MethodResponse.Failure(
                new Fault(
                    FaultCodes.INVALID_PARAMS, "params[0].name: expected string, found int")));
  }

  @Test
  void theReadmeShowsThisVeryCode() throws IOException {
    String sources = samples();
    Matcher blocks =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../../README.md")));

    assertThat(blocks.results().map(block -> normal(block.group(1))))
        .isNotEmpty()
        .allSatisfy(block -> assertThat(sources).contains(block));
  }

  private MethodResponse greet(Value person) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri())
            .POST(BodyPublishers.ofByteArray(MethodCall.of("hello.greet", person).write()))
            .build();
    return MethodResponse.read(
        HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()).body());
  }

  /** The code of all samples. */
  private static String samples() throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        code.append(normal(Files.readString(file))).append('\n');
      }
    }
    return code.toString();
  }

  private static String normal(String code) {
    return code.replaceAll("\\s+", " ").trim();
  }
}
