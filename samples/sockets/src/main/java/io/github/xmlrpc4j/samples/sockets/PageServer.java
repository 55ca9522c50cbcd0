package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;

/** A few pages, served by HTTP written by hand: a request line, a head, an empty line, a body. */
final class PageServer {
  static final String USAGE = "pages [--host HOST] [--port PORT]";

  private static final Map<String, String> PAGES =
      Map.of(
          "/romeo.txt",
          """
          But soft what light through yonder window breaks
          It is the east and Juliet is the sun
          Arise fair sun and kill the envious moon
          Who is already sick and pale with grief
          """,
          "/page1.htm",
          """
          <h1>The First Page</h1>
          <p>If you like, you can switch to the <a
          href="page2.htm">Second
          Page</a>.
          </p>
          """,
          "/page2.htm",
          """
          <h1>The Second Page</h1>
          <p>If you like, you can switch back to the <a
          href="page1.htm">First
          Page</a>.
          </p>
          """);

  private PageServer() {}

  static void run(String... args) throws IOException {
    try (ServerSocket listener = Sockets.listen(Options.of(USAGE, args).address(8080))) {
      System.out.println("server ready");
      while (true) {
        Socket connection = listener.accept();
        try (connection;
            BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
          answer(in, connection.getOutputStream());
        } catch (IOException e) {
          Sockets.tellLoss(connection.getRemoteSocketAddress(), e);
        }
      }
    }
  }

  private static void answer(BufferedReader in, OutputStream out) throws IOException {
    String request = in.readLine();
    String header = request;
    while (header != null && !header.isEmpty()) {
      header = in.readLine();
    }
    if (header == null) {
      throw new IOException("the request ended within its head");
    }
    System.out.println(request);
    String[] words = request.split(" ", -1);
    if (words.length < 2 || !words[0].equals("GET")) {
      send(out, "400 Bad Request", "text/plain", "GET is all there is\n");
      return;
    }
    // Both forms of a request line: the path alone, or the whole address.
    String path = words[1].replaceFirst("^http://[^/]*", "");
    String type = path.endsWith(".htm") ? "text/html" : "text/plain";
    Optional<String> page = Optional.ofNullable(PAGES.get(path));
    send(out, page.isPresent() ? "200 OK" : "404 Not Found", type, page.orElse("no such page\n"));
  }

  private static void send(OutputStream out, String status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(UTF_8);
    String head =
        String.format(
            "HTTP/1.0 %s\r\nContent-Length: %d\r\nConnection: close\r\nContent-Type: %s\r\n\r\n",
            status, body.length, type);
    out.write(head.getBytes(UTF_8));
    out.write(body);
  }
}
