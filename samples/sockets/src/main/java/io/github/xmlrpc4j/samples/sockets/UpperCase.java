package io.github.xmlrpc4j.samples.sockets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What the five servers do for a connection: its text comes back in upper case. A piece of a stream
 * may end within a character, whose rest comes with the next one.
 */
final class UpperCase {
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private final ByteBuffer received = ByteBuffer.allocate(4096);

  /** Where the next bytes go. */
  ByteBuffer received() {
    return received;
  }

  /** The whole characters received, in upper case. */
  byte[] reply() {
    received.flip();
    CharBuffer text = CharBuffer.allocate(received.remaining());
    decoder.decode(received, text, false);
    received.compact();
    String upper = text.flip().toString().toUpperCase(Locale.ROOT);
    return upper.getBytes(StandardCharsets.UTF_8);
  }

  /** Serves a connection until its client closes it. */
  static void handle(Socket connection) {
    SocketAddress client = connection.getRemoteSocketAddress();
    try (connection) {
      new UpperCase().serve(connection.getInputStream(), connection.getOutputStream());
    } catch (IOException e) {
      Sockets.tellLoss(client, e);
    }
  }

  private void serve(InputStream in, OutputStream out) throws IOException {
    while (true) {
      int length = in.read(received.array(), received.position(), received.remaining());
      if (length < 0) {
        return;
      }
      received.position(received.position() + length);
      out.write(reply());
    }
  }
}
