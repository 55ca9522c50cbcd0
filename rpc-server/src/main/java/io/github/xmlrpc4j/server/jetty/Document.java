package io.github.xmlrpc4j.server.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.xmlrpc4j.wire.Limits;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Something that is read by GET. A browser asks each time whether it has changed, and is told by
 * its tag; the tag is a weak one, since it does not tell the codings apart.
 *
 * @param type the media type
 * @param content what is read
 * @param tag the content in short, in quotes
 */
record Document(HttpField type, ByteBuffer content, String tag) {
  /** So many bytes of the digest tell contents apart. */
  private static final int TAG_BYTES = 12;

  /** Nothing from elsewhere, nothing inline, nobody around it, and no text that becomes markup. */
  private static final HttpField POLICY =
      new PreEncodedHttpField(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
              + " require-trusted-types-for 'script'; trusted-types xml");

  private static final List<HttpField> GUARDS =
      List.of(
          POLICY,
          new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
          new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
          new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"));

  private static final HttpField CACHED =
      new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "private, no-cache");
  private static final HttpField VARIES =
      new PreEncodedHttpField(HttpHeader.VARY, "Accept, Accept-Encoding");

  static Document of(String type, byte[] content) {
    return new Document(
        new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, type),
        ByteBuffer.wrap(content),
        tagOf(content));
  }

  static Document of(String type, String content) {
    return of(type, content.getBytes(UTF_8));
  }

  private static String tagOf(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Answers with the document, or, where the peer has it, with that it has not changed. */
  void answer(Request request, Response response, Callback callback) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.ETAG, "W/" + tag);
    headers.put(CACHED);
    headers.add(VARIES);
    GUARDS.forEach(headers::put);
    if (isKnownTo(request)) {
      response.setStatus(HttpStatus.NOT_MODIFIED_304);
      callback.succeeded();
      return;
    }
    response.setStatus(HttpStatus.OK_200);
    headers.put(type);
    List<ByteBuffer> body = List.of(content.duplicate());
    Parts.write(response, ResponseCoding.apply(request, response, body, Limits.DEFAULT), callback);
  }

  /** Whether the peer has this very content (RFC 9110, 13.1.2). */
  private boolean isKnownTo(Request request) {
    String known = String.join(",", request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH));
    return known.equals("*") || known.contains(tag);
  }
}
