package io.github.xmlrpc4j.server.jetty;

import io.github.xmlrpc4j.server.Endpoint;
import io.github.xmlrpc4j.server.jetty.HttpRules.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Takes a request off HTTP to the endpoint, and its response back onto it. */
final class RpcHandler extends Handler.Abstract {
  /** Responses below this size fit one packet, so that compressing them gains nothing. */
  private static final int COMPRESS_FROM = 1_400;

  /**
   * How much of a refused body is read and dropped, as a multiple of what is accepted: a peer that
   * sends all before it reads would otherwise see a broken connection in place of the reason.
   */
  private static final long DRAIN = 8;

  private static final HttpField XML = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/xml");
  private static final HttpField CLOSE = new PreEncodedHttpField(HttpHeader.CONNECTION, "close");

  private final Endpoint endpoint;
  private final HttpRules rules;
  private final RequestBody bodies;

  RpcHandler(Endpoint endpoint, HttpRules rules) {
    this.endpoint = endpoint;
    this.rules = rules;
    this.bodies = new RequestBody(endpoint.limits());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback)
      throws IOException {
    Refusal refusal = rules.refusal(request);
    if (refusal != null) {
      refuse(request, response, refusal, callback);
      return true;
    }
    String sent = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    ContentCoding coding = ContentCoding.named(sent);
    if (coding == null) {
      refuse(
          request,
          response,
          new Refusal(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
              "The body's Content-Encoding is none of gzip, deflate and identity."),
          callback);
      return true;
    }
    try {
      bodies.checkLength(request.getLength());
      InputStream in = Request.asInputStream(request);
      answer(request, response, bodies.read(in, coding, request.getLength()), callback);
    } catch (RequestBody.TooLargeException e) {
      refuse(
          request,
          response,
          new Refusal(HttpStatus.PAYLOAD_TOO_LARGE_413, String.valueOf(e.getMessage())),
          callback);
    } catch (RequestBody.BadCodingException e) {
      refuse(
          request,
          response,
          new Refusal(
              HttpStatus.BAD_REQUEST_400,
              "The body is not in the coding that its Content-Encoding names."),
          callback);
    }
    return true;
  }

  private void answer(Request request, Response response, ByteBuffer body, Callback callback) {
    ByteBuffer answer = endpoint.handle(body, charset(request), new HttpCaller(request));
    response.setStatus(HttpStatus.OK_200);
    response.getHeaders().put(XML);
    if (answer.remaining() >= COMPRESS_FROM) {
      ContentCoding coding =
          ContentCoding.preferred(
              request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING));
      if (coding != ContentCoding.IDENTITY) {
        answer = coding.encode(answer);
        response.getHeaders().put(HttpHeader.CONTENT_ENCODING, coding.token());
      }
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.remaining());
    response.write(true, answer, callback);
  }

  /** The encoding that the media type names, if it names one that this machine knows. */
  private static @Nullable Charset charset(Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    String name = type == null ? null : MimeTypes.getCharsetFromContentType(type);
    try {
      return name == null ? null : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void refuse(Request request, Response response, Refusal refusal, Callback callback)
      throws IOException {
    for (HttpField header : refusal.headers()) {
      response.getHeaders().put(header);
    }
    boolean awaitsPermission = request.getHeaders().contains(HttpHeader.EXPECT);
    if (awaitsPermission || !drained(request)) {
      response.getHeaders().put(CLOSE);
    }
    PlainErrors.write(response, refusal.status(), refusal.text(), callback);
  }

  private boolean drained(Request request) throws IOException {
    return RequestBody.drain(
        Request.asInputStream(request), DRAIN * endpoint.limits().maxDocumentBytes());
  }
}
