package io.github.xmlrpc4j.server.jetty;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.server.BrokenAnswerException;
import io.github.xmlrpc4j.server.Endpoint;
import io.github.xmlrpc4j.server.EndpointCall;
import io.github.xmlrpc4j.wire.TransferException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request that may call, and its response. */
final class Exchange {
  /** How much of a refused body is read and dropped, as a multiple of what is accepted. */
  private static final long DROPPED = 8;

  private static final HttpField XML = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/xml");

  /** Hears every document, both ways, once somebody sets it to trace. */
  private static final Logger WIRE = LoggerFactory.getLogger("io.github.xmlrpc4j.server.wire");

  private final Endpoint endpoint;
  private final Request request;
  private final Response response;
  private final Callback callback;
  private final InvocationType threads;
  private final Executor workers;

  /** Whether the method may be one that takes a stream, for all that is known. */
  private boolean takesStreams;

  /**
   * Creates an exchange.
   *
   * @param threads whether the threads that come here may wait
   * @param workers who answers where they may not
   */
  Exchange(
      Endpoint endpoint,
      Request request,
      Response response,
      Callback callback,
      InvocationType threads,
      Executor workers) {
    this.endpoint = endpoint;
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.threads = threads;
    this.workers = workers;
    this.takesStreams = endpoint.takesStreams();
  }

  /**
   * Reads the call, has it answered, and writes the answer.
   *
   * @throws Refusal if the head of the request says that the body cannot be read
   */
  void serve() throws Refusal {
    RequestBody body =
        RequestBody.of(endpoint.limits(), HttpRules.coding(request), request.getLength());
    new BodyReader(request, threads) {
      @Override
      boolean taken(ByteBuffer bytes) {
        try {
          body.add(bytes);
        } catch (Refusal refusal) {
          refuse(refusal);
          return false;
        }
        if (isForStream(body)) {
          handOver(
              () ->
                  answerStream(
                      stream(body.beginning()),
                      rest -> endpoint.begin(rest, charset(), new HttpCaller(request))));
          return false;
        }
        return true;
      }

      @Override
      void ended() {
        if (threads == InvocationType.BLOCKING) {
          answer(body);
        } else if (body.isLarge()) {
          handOver(() -> answer(body));
        } else {
          answerHereOrHandOver(body);
        }
      }

      @Override
      void failed(Throwable failure) {
        lost(failure);
      }
    }.run();
  }

  /** Ends the exchange, since the peer has gone or does not go on. */
  private void lost(Throwable failure) {
    if (failure instanceof TimeoutException) {
      refuseAndClose(
          new Refusal(HttpStatus.REQUEST_TIMEOUT_408, "The rest of the body did not come."));
    } else {
      callback.failed(failure);
    }
  }

  /** Whether enough has come to tell that the method reads the rest by itself. */
  private boolean isForStream(RequestBody body) {
    if (takesStreams && body.canBeStreamed(request.getLength())) {
      Boolean told = endpoint.takesStream(body.beginning(), charset());
      // Each look begins at the beginning, so that a name that never comes would cost its square.
      takesStreams = told == null && !body.isLarge();
      return told != null && told;
    }
    return false;
  }

  private void answerHereOrHandOver(RequestBody body) {
    EndpointCall call = begin(body);
    if (call == null) {
      return;
    }
    if (call.nonBlocking()) {
      write(call);
    } else {
      handOver(() -> answer(call));
    }
  }

  /** Lets a thread answer that may wait. */
  private void handOver(Runnable work) {
    CompletableFuture<Void> unused =
        CompletableFuture.runAsync(work, workers)
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    callback.failed(failure);
                  }
                });
  }

  private void answer(RequestBody body) {
    EndpointCall call = begin(body);
    if (call != null) {
      answer(call);
    }
  }

  private void answer(EndpointCall call) {
    if (call.givesStream()) {
      answerStream(stream(ByteBuffer.allocate(0)), sink -> call);
    } else {
      write(call);
    }
  }

  private StreamedExchange stream(ByteBuffer beginning) {
    return new StreamedExchange(
        request,
        response,
        beginning,
        () -> {
          response.setStatus(HttpStatus.OK_200);
          response.getHeaders().put(XML);
        });
  }

  /** Answers piece by piece, of a request that is read likewise or is there already. */
  private void answerStream(
      StreamedExchange stream, Function<StreamedExchange, EndpointCall> beginning) {
    try {
      List<ByteBuffer> last = beginning.apply(stream).answer(stream);
      Callback written = Callback.from(new Rest(mostDropped()), callback::failed);
      if (stream.isBegun()) {
        stream.beforeLast();
        Parts.write(response, last, written);
      } else {
        write(last, written);
      }
    } catch (TransferException e) {
      Throwable cause = requireNonNull(e.getCause());
      if (stream.isBegun()) {
        callback.failed(cause);
      } else {
        lost(cause.getCause() instanceof TimeoutException late ? late : cause);
      }
    } catch (BrokenAnswerException e) {
      callback.failed(e);
    }
  }

  /** Reads the call's name; null if the body is refused, which is then on its way. */
  private @Nullable EndpointCall begin(RequestBody body) {
    try {
      byte[] memory = body.memory();
      ByteBuffer document = body.document();
      trace(">", List.of(document));
      EndpointCall call = endpoint.begin(document, charset(), new HttpCaller(request));
      if (BodyMemory.keeps(memory)) {
        call.whenRead(() -> BodyMemory.give(memory));
      }
      return call;
    } catch (Refusal refusal) {
      refuse(refusal);
      return null;
    }
  }

  private void write(EndpointCall call) {
    List<ByteBuffer> answer = call.answer();
    // A small answer has no memory that is worth it.
    write(answer, answer.size() == 1 ? callback : new Sent(call, callback));
  }

  /** Gives the memory of an answer back once it is gone, and not if it may still be on its way. */
  private static final class Sent extends Callback.Nested {
    private final EndpointCall call;

    Sent(EndpointCall call, Callback callback) {
      super(callback);
      this.call = call;
    }

    @Override
    public void succeeded() {
      call.sent();
      super.succeeded();
    }
  }

  private void write(List<ByteBuffer> answer, Callback written) {
    trace("<", answer);
    response.setStatus(HttpStatus.OK_200);
    response.getHeaders().put(XML);
    List<ByteBuffer> coded = ResponseCoding.apply(request, response, answer, endpoint.limits());
    restartIdleTimer();
    Parts.write(response, coded, written);
  }

  private void trace(String direction, List<ByteBuffer> document) {
    if (WIRE.isTraceEnabled()) {
      StringBuilder text = new StringBuilder();
      // No character is in two parts.
      document.forEach(part -> text.append(StandardCharsets.UTF_8.decode(part.duplicate())));
      WIRE.trace("{} {} {}", new HttpCaller(request).address(), direction, text);
    }
  }

  /**
   * Lets the answer have its own time: the timer may run out just now, when a call has taken as
   * long as a connection may be idle.
   */
  private void restartIdleTimer() {
    EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
    if (connection instanceof PacedEndPoint paced) {
      paced.restart();
    }
  }

  /** The encoding that the media type names, if it names one that this machine knows. */
  private @Nullable Charset charset() {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    // Lower case, since Jetty finds no "Charset".
    String name =
        type == null ? null : MimeTypes.getCharsetFromContentType(type.toLowerCase(Locale.ROOT));
    try {
      return name == null ? null : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Refuses before anything of the body was read. A peer that waits to be asked for it is not
   * asked; the connection ends there, since it may send it or not.
   */
  void refuseUnread(Refusal refusal) {
    if (request.getHeaders().contains(HttpHeader.EXPECT)) {
      refuseAndClose(refusal);
    } else {
      refuse(refusal);
    }
  }

  /**
   * Refuses, and only then drops what is left of the body, up to a bound: a peer that looks out for
   * an answer can stop, and one that sends all before it reads does not meet a broken connection in
   * place of the reason.
   */
  private void refuse(Refusal refusal) {
    if (request.getLength() > mostDropped()) {
      refuseAndClose(refusal);
    } else {
      write(refusal, Callback.from(new Rest(mostDropped()), callback::failed));
    }
  }

  private long mostDropped() {
    return DROPPED * endpoint.limits().maxDocumentBytes();
  }

  private void refuseAndClose(Refusal refusal) {
    response.getHeaders().put(HttpRules.CLOSE);
    write(refusal, callback);
  }

  private void write(Refusal refusal, Callback written) {
    refusal.headers().forEach(response.getHeaders()::put);
    restartIdleTimer();
    PlainErrors.write(response, refusal.status(), refusal.text(), written);
  }

  /** What is left of a body that nobody wants. */
  private final class Rest extends BodyReader {
    private long most;

    Rest(long most) {
      super(request, threads);
      this.most = most;
    }

    @Override
    boolean taken(ByteBuffer bytes) {
      most -= bytes.remaining();
      if (most < 0) {
        callback.failed(new EofException("a refused body does not end"));
      }
      return most >= 0;
    }

    @Override
    void ended() {
      callback.succeeded();
    }

    @Override
    void failed(Throwable failure) {
      callback.failed(failure);
    }
  }
}
