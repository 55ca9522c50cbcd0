package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.NotWellFormedException;
import io.github.xmlrpc4j.wire.NotXmlRpcException;
import io.github.xmlrpc4j.wire.Position;
import io.github.xmlrpc4j.wire.TypeMismatchException;
import io.github.xmlrpc4j.wire.WireException;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes one call: writes the document, has it carried, reads the answer, and tells what went wrong
 * where something did.
 *
 * @param server the server's address for messages, without user and password
 * @param transport what carries documents
 * @param dialect what is accepted and written beyond the specification
 * @param limits the bounds on both documents
 * @param timeout how long a call may take
 * @param connectTimeout how long of that a new connection may take
 * @param headers headers of these calls beside those of the transport
 * @param listener what sees the exchanges, or null
 * @param retries how often a call is tried that may be
 * @param idempotent the names of methods that may be tried again
 */
record Caller(
    URI server,
    Transport transport,
    Dialect dialect,
    Limits limits,
    Duration timeout,
    Duration connectTimeout,
    List<Header> headers,
    @Nullable WireListener listener,
    Retries retries,
    Set<String> idempotent) {
  Caller {
    headers = List.copyOf(headers);
  }

  /** Makes a call with a fresh deadline. */
  <T> T call(String methodName, Consumer<WireWriter> params, Function<WireReader, T> result) {
    return call(methodName, params, result, control(), isIdempotent(methodName));
  }

  boolean isIdempotent(String methodName) {
    return idempotent.contains(methodName);
  }

  /** The control of a call that begins now. */
  CallControl control() {
    return CallControl.lasting(timeout, connectTimeout);
  }

  Caller withTimeouts(Duration call, Duration connect) {
    return new Caller(
        server, transport, dialect, limits, call, connect, headers, listener, retries, idempotent);
  }

  Caller withHeader(Header header) {
    List<Header> more = new ArrayList<>(headers);
    more.add(header);
    return new Caller(
        server,
        transport,
        dialect,
        limits,
        timeout,
        connectTimeout,
        more,
        listener,
        retries,
        idempotent);
  }

  /**
   * Makes a call.
   *
   * @param params writes the parameters
   * @param result reads the result
   * @param repeatable whether the call may be tried again where it is not known if it arrived
   * @throws CallException if it comes to nothing
   */
  <T> T call(
      String methodName,
      Consumer<WireWriter> params,
      Function<WireReader, T> result,
      CallControl control,
      boolean repeatable) {
    CallSite site = new CallSite(server, methodName);
    boolean sentOnce = !repeatable && listener == null && transport instanceof HttpTransport;
    Transport.Reply reply =
        answer(site, written(methodName, params, sentOnce), control, repeatable);
    return parsed(site, reply, result);
  }

  /** The document, and nothing else that holds it. */
  private RequestBody written(String methodName, Consumer<WireWriter> params, boolean sentOnce) {
    WireWriter out = new WireWriter(dialect, limits);
    write(out, methodName, params);
    List<ByteBuffer> parts = out.toByteBuffers();
    return sentOnce ? RequestBody.sentOnce(parts, out::release) : RequestBody.of(parts);
  }

  static void write(WireWriter out, String methodName, Consumer<WireWriter> params) {
    out.beginCall(methodName);
    params.accept(out);
    out.endCall();
  }

  /** Tries something until it is done, or comes to nothing for good. */
  <T> T repeated(Supplier<T> trying, CallControl control, boolean repeatable) {
    for (int tried = 1; ; tried++) {
      try {
        return trying.get();
      } catch (CallException e) {
        if (!repeatable || tried >= retries.attempts() || !mayPass(e)) {
          throw e;
        }
        pause(e, retries.delayMillis(tried), control);
      }
    }
  }

  private Transport.Reply answer(
      CallSite site, RequestBody body, CallControl control, boolean repeatable) {
    return repeated(
        () -> {
          Transport.Reply reply = carried(site, body, control, listener);
          requireOk(site, reply);
          return reply;
        },
        control,
        repeatable);
  }

  /** Whether a failure is one of those that pass by themselves. */
  private static boolean mayPass(CallException failure) {
    return failure instanceof ConnectFailedException
        || failure instanceof ConnectionLostException
        || (failure instanceof HttpStatusException answer
            && answer.status() >= 502
            && answer.status() <= 504);
  }

  /** Waits, or throws the failure where the deadline does not leave the time. */
  private static void pause(CallException failure, long millis, CallControl control) {
    if (millis >= control.millisLeft()) {
      throw failure;
    }
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  /** Has a document carried as it is, and gives what came back as it was. */
  RawExchange exchange(byte[] document) {
    AtomicReference<RawExchange> seen = new AtomicReference<>();
    WireListener all =
        exchange -> {
          seen.set(exchange);
          if (listener != null) {
            listener.exchanged(exchange);
          }
        };
    CallSite site = new CallSite(server, CallSite.RAW);
    RequestBody body = RequestBody.of(ByteBuffer.wrap(document.clone()));
    Transport.Reply unused = carried(site, body, control(), all);
    RawExchange last = seen.get();
    if (last == null) {
      throw new IllegalStateException("the transport shows its exchanges to no listener");
    }
    return last;
  }

  private Transport.Reply carried(
      CallSite site, RequestBody body, CallControl control, @Nullable WireListener seeing) {
    try {
      return transport.exchange(new Transport.Request(body, headers, control, seeing));
    } catch (LimitExceededException e) {
      throw new ResponseLimitException(site, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw failed(site, e, control, "no whole answer within ");
    }
  }

  /**
   * What a failure of the transport means.
   *
   * @param late what to say, before how long a wait may take, of one that has taken longer
   */
  CallException failed(CallSite site, IOException failure, CallControl control, String late) {
    if (failure instanceof SocketTimeoutException) {
      return new CallTimeoutException(site, late + words(timeout), failure);
    }
    if (failure instanceof InterruptedIOException) {
      return new CallCancelledException(site, "cancelled", failure);
    }
    if (failure instanceof ConnectException) {
      return new ConnectFailedException(site, "cannot connect: " + failure.getMessage(), failure);
    }
    if (failure instanceof ProtocolException) {
      return new BadResponseException(
          site, String.valueOf(failure.getMessage()), null, "", failure);
    }
    if (control.isCancelled()) {
      return new CallCancelledException(site, "cancelled", failure);
    }
    return new ConnectionLostException(site, "connection lost: " + failure.getMessage(), failure);
  }

  <T> T read(CallSite site, Transport.Reply reply, Function<WireReader, T> result) {
    requireOk(site, reply);
    return parsed(site, reply, result);
  }

  private <T> T parsed(CallSite site, Transport.Reply reply, Function<WireReader, T> result) {
    try {
      DocumentReader in = DocumentReader.of(reply.body(), charset(reply), dialect, limits);
      requireNoFault(site, in);
      T value = result.apply(in);
      in.endResponse();
      return value;
    } catch (WireException e) {
      throw failed(site, reply, e);
    }
  }

  static void requireOk(CallSite site, Transport.Reply reply) {
    if (reply.status() != 200) {
      String body = Snippet.of(reply.body(), charset(reply));
      throw new HttpStatusException(site, reply.status(), reply.reason(), reply.headers(), body);
    }
  }

  static void requireNoFault(CallSite site, DocumentReader in) {
    if (in.beginResponse()) {
      Fault fault = Fault.read(in);
      in.endResponse();
      throw new ServerFaultException(site, fault);
    }
  }

  /** What it means that an answer, or its beginning, is not what it should be. */
  static RuntimeException failed(CallSite site, Transport.Reply reply, WireException failure) {
    if (failure instanceof TypeMismatchException mismatch) {
      return new ResultMismatchException(site, mismatch);
    }
    if (failure instanceof LimitExceededException limit) {
      return new ResponseLimitException(site, String.valueOf(limit.getMessage()), limit);
    }
    if (failure instanceof NotWellFormedException malformed) {
      return bad(site, reply, malformed, malformed.position());
    }
    if (failure instanceof NotXmlRpcException other) {
      return bad(site, reply, other, other.position());
    }
    return failure;
  }

  private static BadResponseException bad(
      CallSite site, Transport.Reply reply, WireException cause, Position position) {
    String body = Snippet.of(reply.body(), charset(reply));
    String problem =
        !reply.body().hasRemaining()
            ? "no XML-RPC response (Deviation.EMPTY_RESPONSE accepts it)"
            : Snippet.isHtml(body)
                ? "an HTML page in place of an XML-RPC response"
                : String.valueOf(cause.getMessage());
    return new BadResponseException(site, problem + Snippet.quoted(body), position, body, cause);
  }

  /** The encoding that the media type names, if it names one that this machine knows. */
  static @Nullable Charset charset(Transport.Reply reply) {
    String type = reply.header("Content-Type");
    int at = type == null ? -1 : type.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (type == null || at < 0) {
      return null;
    }
    String name = type.substring(at + "charset=".length()).split("[;\\s]", 2)[0].replace("\"", "");
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String words(Duration timeout) {
    return timeout.toMillis() % 1_000 == 0
        ? timeout.toSeconds() + " s"
        : timeout.toMillis() + " ms";
  }
}
