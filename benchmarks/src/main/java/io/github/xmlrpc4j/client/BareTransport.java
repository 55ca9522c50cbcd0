package io.github.xmlrpc4j.client;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The HTTP below a {@link ServerProxy}, without what reads and writes XML. It is in the client's
 * package since deadlines are made there alone.
 */
public final class BareTransport {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Transport transport;

  private BareTransport(Transport transport) {
    this.transport = transport;
  }

  /** The transport of a new proxy. */
  @SuppressWarnings("NullAway") // It is set while the proxy is built.
  public static BareTransport to(URI uri) {
    AtomicReference<Transport> below = new AtomicReference<>();
    ServerProxy.builder(uri.toString())
        .decorate(
            transport -> {
              below.set(transport);
              return transport;
            })
        .build();
    return new BareTransport(below.get());
  }

  /** Sends a document and gives the answer's. */
  public byte[] post(byte[] document) throws IOException {
    Transport.Request request =
        new Transport.Request(
            RequestBody.of(ByteBuffer.wrap(document)),
            List.of(),
            CallControl.lasting(LIMIT, LIMIT),
            null);
    ByteBuffer body = transport.exchange(request).body();
    byte[] bytes = new byte[body.remaining()];
    body.get(bytes);
    return bytes;
  }
}
