package io.github.xmlrpc4j.samples.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebTest {
  private static final List<String> ROMEO =
      List.of(
          "But soft what light through yonder window breaks",
          "It is the east and Juliet is the sun",
          "Arise fair sun and kill the envious moon",
          "Who is already sick and pale with grief");

  private static final String COUNTS =
      "{'But': 1, 'soft': 1, 'what': 1, 'light': 1, 'through': 1, 'yonder': 1, 'window': 1,"
          + " 'breaks': 1, 'It': 1, 'is': 3, 'the': 3, 'east': 1, 'and': 3, 'Juliet': 1, 'sun': 2,"
          + " 'Arise': 1, 'fair': 1, 'kill': 1, 'envious': 1, 'moon': 1, 'Who': 1, 'already': 1,"
          + " 'sick': 1, 'pale': 1, 'with': 1, 'grief': 1}";

  private static Program python;
  private static Program java;
  private static int javaPort;
  private static String pythonUrl;
  private static String javaUrl;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    python = Program.python("web_server.py");
    java = Program.java("pages", "--port", 0);
    pythonUrl = "http://127.0.0.1:" + python.port();
    javaPort = java.port();
    javaUrl = "http://127.0.0.1:" + javaPort;
    assertThat(java.line()).isEqualTo("server ready");
  }

  @AfterAll
  static void end() {
    python.close();
    java.close();
  }

  @Test
  void aPageByHandIsTheWholeAnswerOfTheDocument() {
    assertThat(output(Program.java("http-by-hand", pythonUrl + "/romeo.txt")))
        .isEqualTo(
            beforeRomeo(
                "HTTP/1.1 200 OK",
                "Date: Sun, 14 Mar 2010 23:52:41 GMT",
                "Server: Apache",
                "Last-Modified: Tue, 29 Dec 2009 01:31:22 GMT",
                "ETag: \"143c1b33-a7-4b395bea\"",
                "Accept-Ranges: bytes",
                "Content-Length: 167",
                "Connection: close",
                "Content-Type: text/plain"));
  }

  @Test
  void pythonsRequestByHandIsAnsweredByJava() {
    assertThat(
            output(Program.python("web_client.py", "by-hand", "127.0.0.1", javaPort, "/romeo.txt")))
        .isEqualTo(
            beforeRomeo(
                "HTTP/1.0 200 OK",
                "Content-Length: 167",
                "Connection: close",
                "Content-Type: text/plain"));
  }

  @Test
  void aServerThatSaysNothingIsReported() {
    assertThat(output(Program.java("http-by-hand", pythonUrl + "/shut")))
        .containsExactly("http-by-hand: the server closed without a word");
  }

  @Test
  void aQueryIsAskedToo() {
    assertThat(output(Program.java("http-by-hand", pythonUrl + "/romeo.txt?act=2")))
        .last()
        .isEqualTo("See how she leans her cheek upon her hand");
  }

  @Test
  void aServerThatIsNotThereOrDoesNotAnswerIsReported() throws IOException {
    assertThat(output(Program.java("fetch", pythonUrl + "/shut")))
        .containsExactly(
            "fetch: no answer from "
                + pythonUrl.substring("http://".length())
                + ": HTTP/1.1 header parser received no bytes");
    assertThat(output(Program.java("fetch", "http://127.0.0.1:1/")))
        .containsExactly("fetch: no server at 127.0.0.1:1");
    Path hosts = Files.createFile(folder.resolve("hosts"));
    assertThat(output(Program.javaWithHosts(hosts, "fetch", "http://nonexistent.com/")))
        .containsExactly("fetch: there is no host nonexistent.com");
  }

  @Test
  void aPageThatHasMovedIsFound() {
    assertThat(output(Program.java("fetch", pythonUrl + "/moved.txt"))).isEqualTo(ROMEO);
  }

  @Test
  void aPageIsReadLikeAFile() {
    assertThat(output(Program.java("fetch", pythonUrl + "/romeo.txt"))).isEqualTo(ROMEO);
    assertThat(output(Program.python("web_client.py", "fetch", javaUrl + "/romeo.txt")))
        .isEqualTo(ROMEO);
  }

  @Test
  void theFirstPageIsAsInTheDocument() {
    assertThat(output(Program.java("fetch", pythonUrl + "/page1.htm")))
        .containsExactly(
            "<h1>The First Page</h1>",
            "<p>If you like, you can switch to the <a",
            "href=\"page2.htm\">Second",
            "Page</a>.",
            "</p>");
  }

  @Test
  void aPageThatIsNotThereIsReported() {
    String url = pythonUrl + "/nowhere.htm";
    assertThat(output(Program.java("fetch", url)))
        .containsExactly("fetch: " + url + " has the status 404");
    assertThat(output(Program.java("words", javaUrl + "/nowhere.htm")))
        .containsExactly("words: " + javaUrl + "/nowhere.htm has the status 404");
  }

  @Test
  void aPageIsRetrievedWithProgress() {
    Path file = folder.resolve("big.bin");
    List<String> lines =
        List.of(
            "0 of 20000 bytes, 0 %",
            "8192 of 20000 bytes, 40 %",
            "16384 of 20000 bytes, 81 %",
            "20000 of 20000 bytes, 100 %");
    assertThat(output(Program.java("retrieve", pythonUrl + "/big.bin", file))).isEqualTo(lines);
    assertThat(file).hasContent("x".repeat(20_000));
    assertThat(output(Program.python("web_client.py", "retrieve", pythonUrl + "/big.bin", file)))
        .isEqualTo(lines);
  }

  @Test
  void pythonRetrievesFromJava() {
    Path file = folder.resolve("romeo.txt");
    assertThat(output(Program.python("web_client.py", "retrieve", javaUrl + "/romeo.txt", file)))
        .containsExactly("0 of 167 bytes, 0 %", "167 of 167 bytes, 100 %");
    assertThat(file).content().hasLineCount(4);
  }

  @ParameterizedTest
  @CsvSource({"cut.bin, 9000 out of 20000", "cut.chunks, 5"})
  void aPageThatEndsTooEarlyIsReported(String page, String got) {
    try (Program retrieve =
        Program.java("retrieve", pythonUrl + "/" + page, folder.resolve("page"))) {
      assertThat(retrieve.rest())
          .last()
          .isEqualTo("retrieve: retrieval incomplete: got only " + got + " bytes");
      assertThat(retrieve.status()).isEqualTo(1);
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsReported() {
    Path file = folder.resolve("nowhere").resolve("romeo.txt");
    assertThat(output(Program.java("retrieve", pythonUrl + "/romeo.txt", file)))
        .containsExactly("retrieve: " + file + " (No such file or directory)");
  }

  @Test
  void wordsAreCountedAsInPython() {
    assertThat(output(Program.java("words", pythonUrl + "/romeo.txt"))).containsExactly(COUNTS);
    assertThat(output(Program.python("web_client.py", "words", javaUrl + "/romeo.txt")))
        .containsExactly(COUNTS);
  }

  @Test
  void linksAreFollowedOnceEach() {
    assertThat(output(Program.java("links", pythonUrl + "/page1.htm")))
        .containsExactly(pythonUrl + "/page1.htm: 5 lines", pythonUrl + "/page2.htm: 5 lines");
    assertThat(output(Program.java("links", javaUrl + "/page1.htm", "--pages", 1)))
        .containsExactly(javaUrl + "/page1.htm: 5 lines");
  }

  @Test
  void oddWordsAreShownAsInPython() {
    for (String page : List.of("/blank.txt", "/odd.txt")) {
      assertThat(output(Program.java("words", pythonUrl + page)))
          .isEqualTo(output(Program.python("web_client.py", "words", pythonUrl + page)));
    }
  }

  @Test
  void aDeadLinkIsToldAndTheNextOneFollowed() {
    assertThat(output(Program.java("links", pythonUrl + "/dead.htm")))
        .containsExactly(
            pythonUrl + "/dead.htm: 1 lines",
            pythonUrl + "/nowhere.htm has the status 404",
            pythonUrl + "/page2.htm: 5 lines",
            pythonUrl + "/page1.htm: 5 lines");
    try (Program links = Program.java("links", pythonUrl + "/nowhere.htm")) {
      assertThat(links.rest())
          .containsExactly("links: " + pythonUrl + "/nowhere.htm has the status 404");
      assertThat(links.status()).isEqualTo(1);
    }
  }

  @Test
  void linksThatLeadAwayOrNowhereAreLeftAlone() {
    assertThat(output(Program.java("links", pythonUrl + "/away.htm")))
        .containsExactly(pythonUrl + "/away.htm: 1 lines");
  }

  @Test
  void aRequestThatIsNoGetIsRefused() throws IOException {
    try (Socket client = Program.connect(javaPort)) {
      client
          .getOutputStream()
          .write("BREW /pot HTCPCP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.0 400 Bad Request\r\n");
    }
  }

  private static List<String> beforeRomeo(String... head) {
    return Stream.of(Stream.of(head), Stream.of(""), ROMEO.stream())
        .flatMap(lines -> lines)
        .toList();
  }

  private static List<String> output(Program program) {
    try (program) {
      return program.rest();
    }
  }
}
