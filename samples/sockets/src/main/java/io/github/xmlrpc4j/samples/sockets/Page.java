package io.github.xmlrpc4j.samples.sockets;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A page of the web, which can be read like a file. */
record Page(InputStream body, long length) implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /** Asks for a page; a length that the server did not tell is -1. */
  static Page open(URI uri) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    HttpResponse<InputStream> response;
    try {
      response = CLIENT.send(request, BodyHandlers.ofInputStream());
    } catch (ConnectException e) {
      boolean unknown = new InetSocketAddress(uri.getHost(), 0).isUnresolved();
      throw new IOException(
          unknown ? "there is no host " + uri.getHost() : "no server at " + uri.getAuthority(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (IOException e) {
      throw new IOException("no answer from " + uri.getAuthority() + ": " + e.getMessage(), e);
    }
    if (response.statusCode() != 200) {
      response.body().close();
      throw new IOException(uri + " has the status " + response.statusCode());
    }
    long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
    return new Page(response.body(), length);
  }

  /** An address from a person's hands. */
  static URI uri(Options options, String text) {
    WrongUse wrong = options.wrong(text + " is not like http://127.0.0.1:8080/page1.htm");
    try {
      URI uri = new URI(text);
      if ("http".equals(uri.getScheme()) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      wrong.initCause(e);
    }
    throw wrong;
  }

  /** The whole text. */
  String text() throws IOException {
    return new String(body.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
