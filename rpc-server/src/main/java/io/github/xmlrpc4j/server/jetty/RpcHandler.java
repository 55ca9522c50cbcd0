package io.github.xmlrpc4j.server.jetty;

import io.github.xmlrpc4j.server.Endpoint;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sorts requests: to calls, to questions of browsers, to refusals. */
final class RpcHandler extends Handler.Abstract {
  private final Endpoint endpoint;
  private final Origins origins;

  RpcHandler(Endpoint endpoint, Origins origins) {
    this.endpoint = endpoint;
    this.origins = origins;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange = new Exchange(endpoint, request, response, callback);
    try {
      HttpRules.checkFraming(request);
      HttpRules.checkPath(request);
      origins.check(request, response.getHeaders());
      if (Origins.isPreflight(request)) {
        Origins.grant(request, response.getHeaders());
        response.setStatus(HttpStatus.NO_CONTENT_204);
        callback.succeeded();
      } else {
        HttpRules.checkMethod(request);
        exchange.serve();
      }
    } catch (Refusal refusal) {
      exchange.refuseUnread(refusal);
    }
    return true;
  }
}
