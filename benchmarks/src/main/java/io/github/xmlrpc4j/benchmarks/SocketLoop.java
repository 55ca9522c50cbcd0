package io.github.xmlrpc4j.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends one request of fixed bytes and waits for as many bytes as came the first time. */
final class SocketLoop implements Work, AutoCloseable {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] request;
  private final byte[] answer = new byte[8 * 1024];
  private int expected;

  @SuppressWarnings("AddressSelection") // The server of a benchmark is on the loopback.
  SocketLoop(URI uri, byte[] document) throws Exception {
    socket = new Socket(uri.getHost(), uri.getPort());
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
    out = socket.getOutputStream();
    request =
        ("POST /RPC2 HTTP/1.1\r\nHost: "
                + uri.getAuthority()
                + "\r\nContent-Type: text/xml\r\nContent-Length: "
                + document.length
                + "\r\n\r\n"
                + new String(document, StandardCharsets.ISO_8859_1))
            .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void once() throws Exception {
    out.write(request);
    int size = 0;
    do {
      int count = in.read(answer, size, answer.length - size);
      if (count < 0) {
        throw new EOFException();
      }
      size += count;
    } while (expected == 0 ? !ends(size) : size < expected);
    expected = size;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private boolean ends(int size) {
    return new String(answer, 0, size, StandardCharsets.ISO_8859_1).contains("</methodResponse>\n");
  }
}
