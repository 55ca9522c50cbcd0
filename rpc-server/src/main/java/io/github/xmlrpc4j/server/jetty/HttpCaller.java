package io.github.xmlrpc4j.server.jetty;

import io.github.xmlrpc4j.server.Caller;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A peer that calls over HTTP. What is sent beside the call is its headers.
 *
 * @param request the request
 */
record HttpCaller(Request request) implements Caller {
  @Override
  public String address() {
    return Request.getRemoteAddr(request) + ":" + Request.getRemotePort(request);
  }

  @Override
  public @Nullable String metadata(String name) {
    return request.getHeaders().get(name);
  }
}
