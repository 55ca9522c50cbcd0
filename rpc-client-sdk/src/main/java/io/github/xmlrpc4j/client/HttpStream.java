package io.github.xmlrpc4j.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.wire.ByteSink;
import io.github.xmlrpc4j.wire.ByteSource;
import io.github.xmlrpc4j.wire.TransferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One exchange on a connection whose request is written, or whose response is read, while the
 * program goes on. The time limit of the call is that of each wait for the peer: how long the whole
 * takes is up to those who draw.
 */
final class HttpStream implements ByteSource, ByteSink {
  /** What becomes of the connection. */
  interface Owner {
    /** Waits for the peer begin: the connection is overdue at another time than before. */
    void expect(HttpConnection connection);

    /** The connection can serve another exchange. */
    void lay(HttpConnection connection);

    /** The connection is of no more use. */
    void discard(HttpConnection connection);
  }

  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(ISO_8859_1);

  private final HttpConnection connection;
  private final CallControl control;
  private final Owner owner;
  private final IntFunction<byte[]> head;
  private final BiFunction<IOException, CallControl, IOException> meaning;
  private @Nullable ResponseHead responseHead;
  private @Nullable BodyPieces body;
  private boolean begun;
  private volatile boolean sent;
  private volatile boolean meanwhile;
  private volatile boolean receiving;
  private boolean over;

  /**
   * Creates an exchange.
   *
   * @param head the request's head, by the length of its body; -1 for one in chunks
   * @param meaning tells what a failure really means
   */
  HttpStream(
      HttpConnection connection,
      CallControl control,
      Owner owner,
      IntFunction<byte[]> head,
      BiFunction<IOException, CallControl, IOException> meaning) {
    this.connection = connection;
    this.control = control;
    this.owner = owner;
    this.head = head;
    this.meaning = meaning;
  }

  /**
   * Sends the request and reads the head of the response.
   *
   * @param document the document that is there
   * @param streamed the one that is written while it is sent, in place of the other; or null
   */
  ResponseHead exchangeHeads(RequestBody document, Transport.@Nullable StreamedBody streamed)
      throws IOException {
    if (streamed == null) {
      send(document);
    } else if (streamed.meanwhile()) {
      sendMeanwhile(streamed);
    } else {
      try {
        send(streamed);
      } catch (IOException e) {
        return refusal(e);
      }
    }
    return receive();
  }

  /** Reads the answer of a server that gave it, and closed, before it had read the request. */
  private ResponseHead refusal(IOException unsent) throws IOException {
    IOException meant = meaning.apply(unsent, control);
    if (meant != unsent) {
      throw meant;
    }
    try {
      return receive();
    } catch (IOException e) {
      throw unsent;
    }
  }

  // ---- the request

  private void send(RequestBody document) throws IOException {
    connection.send(head.apply(document.length()), document);
    sent = true;
  }

  /**
   * Sends a request while its document is written: in chunks, unless it is over with the first
   * piece.
   */
  private void send(Transport.StreamedBody document) throws IOException {
    try {
      ByteBuffer last = document.writing().apply(this);
      if (begun) {
        write(last);
        waitForPeer(() -> connection.write(LAST_CHUNK, 0, LAST_CHUNK.length));
      } else {
        byte[] first = head.apply(last.remaining());
        byte[] whole = Arrays.copyOf(first, first.length + last.remaining());
        last.duplicate().get(whole, first.length, last.remaining());
        waitForPeer(() -> connection.write(whole, 0, whole.length));
      }
      sent = true;
    } catch (TransferException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Sends a request meanwhile, in a thread of its own; if that fails, the connection ends. */
  private void sendMeanwhile(Transport.StreamedBody document) {
    meanwhile = true;
    Thread writer =
        new Thread(
            () -> {
              try {
                send(document);
              } catch (IOException | RuntimeException | Error e) {
                connection.abort();
              }
            },
            "xmlrpc-client-writer");
    writer.setDaemon(true);
    writer.start();
  }

  @Override
  public void write(ByteBuffer bytes) {
    if (!bytes.hasRemaining()) {
      return;
    }
    try {
      waitForPeer(
          () -> {
            if (!begun) {
              begun = true;
              byte[] first = head.apply(-1);
              connection.write(first, 0, first.length);
            }
            byte[] chunk = chunk(bytes);
            connection.write(chunk, 0, chunk.length);
          });
    } catch (IOException e) {
      throw new TransferException(String.valueOf(e.getMessage()), e);
    }
  }

  /** A chunk in one array, so that it goes out in one write. */
  private static byte[] chunk(ByteBuffer bytes) {
    byte[] length = (Integer.toHexString(bytes.remaining()) + "\r\n").getBytes(ISO_8859_1);
    byte[] chunk = Arrays.copyOf(length, length.length + bytes.remaining() + LINE_END.length);
    bytes.duplicate().get(chunk, length.length, bytes.remaining());
    System.arraycopy(LINE_END, 0, chunk, chunk.length - LINE_END.length, LINE_END.length);
    return chunk;
  }

  // ---- the response

  private ResponseHead receive() throws IOException {
    waitForAnswer(() -> responseHead = ResponseHead.read(connection));
    ResponseHead received = requireNonNull(responseHead);
    body = new BodyPieces(connection, received);
    return received;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    int[] count = {-1};
    if (over) {
      return -1;
    }
    BodyPieces pieces = requireNonNull(body);
    try {
      waitForAnswer(() -> count[0] = pieces.read(into, offset, length));
    } catch (IOException e) {
      close();
      IOException failure = meaning.apply(e, control);
      throw new TransferException(String.valueOf(failure.getMessage()), failure);
    }
    if (count[0] < 0) {
      end(pieces);
    }
    return count[0];
  }

  private void end(BodyPieces pieces) {
    over = true;
    ResponseHead received = requireNonNull(responseHead);
    if (sent && received.keepsAlive() && pieces.isFramed() && connection.isDrained()) {
      owner.lay(connection);
    } else {
      owner.discard(connection);
    }
  }

  /** Ends the exchange, and the connection with it, where the response was not read to its end. */
  void close() {
    if (!over) {
      over = true;
      owner.discard(connection);
    }
  }

  private interface Wait {
    void run() throws IOException;
  }

  private void waitForAnswer(Wait wait) throws IOException {
    receiving = true;
    try {
      limited(wait);
    } finally {
      receiving = false;
    }
  }

  /** Sends something; while another thread is reading the answer, the time limit is that one's. */
  private void waitForPeer(Wait wait) throws IOException {
    if (!meanwhile) {
      limited(wait);
      return;
    }
    wait.run();
    if (receiving) {
      connection.restartDeadline();
    }
  }

  private void limited(Wait wait) throws IOException {
    connection.restartDeadline();
    owner.expect(connection);
    wait.run();
    connection.suspendDeadline();
  }
}
