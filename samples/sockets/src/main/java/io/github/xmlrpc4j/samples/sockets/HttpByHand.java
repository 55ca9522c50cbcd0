package io.github.xmlrpc4j.samples.sockets;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.Socket;
import java.net.URI;

/** A page as its bytes come from a socket: the head, an empty line, the body. */
final class HttpByHand {
  static final String USAGE = "http-by-hand URL";

  private static final int HTTP_PORT = 80;

  private HttpByHand() {}

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    URI uri = Page.uri(options, options.place(0, ""));
    int port = uri.getPort() < 0 ? HTTP_PORT : uri.getPort();
    try (Socket socket = Sockets.connect(options.address(uri.getHost(), port))) {
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String request =
          "GET " + path + query + " HTTP/1.0\r\nHost: " + uri.getRawAuthority() + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      Reader in = new InputStreamReader(socket.getInputStream(), UTF_8);
      char[] data = new char[512];
      int length = in.read(data);
      if (length < 0) {
        throw new IOException("the server closed without a word");
      }
      while (length >= 0) {
        System.out.print(String.valueOf(data, 0, length));
        length = in.read(data);
      }
      System.out.flush();
    }
  }
}
