package io.github.xmlrpc4j.server.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what is no sound HTTP, or what fails inside Jetty, in one line of plain text. */
final class PlainErrors extends ErrorHandler {
  /** The media type of all answers that are not XML-RPC. */
  static final HttpField TEXT =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    write(response, response.getStatus(), HttpStatus.getMessage(response.getStatus()), callback);
    return true;
  }

  /** Answers with a status and one line. */
  static void write(Response response, int status, String line, Callback callback) {
    ByteBuffer body = bytes(line);
    response.setStatus(status);
    response.getHeaders().put(TEXT);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.remaining());
    response.write(true, body, callback);
  }

  private static ByteBuffer bytes(String line) {
    return ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
