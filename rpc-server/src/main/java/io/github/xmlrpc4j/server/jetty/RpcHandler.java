package io.github.xmlrpc4j.server.jetty;

import io.github.xmlrpc4j.server.Endpoint;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Sorts requests: to calls, to documents, to questions of browsers, to refusals.
 *
 * <p>Where no method may answer in the thread that reads, that thread is one that may wait, and
 * goes through with the call; else nothing here waits, and an {@link Exchange} hands over what may.
 */
final class RpcHandler extends Handler.Abstract {
  private final Endpoint endpoint;
  private final Origins origins;
  private final Documents documents;
  private final Executor workers;

  RpcHandler(Endpoint endpoint, Origins origins, Documents documents, Executor workers) {
    super(endpoint.answersNonBlocking() ? InvocationType.NON_BLOCKING : InvocationType.BLOCKING);
    this.endpoint = endpoint;
    this.origins = origins;
    this.documents = documents;
    this.workers = workers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange exchange =
        new Exchange(endpoint, request, response, callback, getInvocationType(), workers);
    try {
      HttpRules.checkFraming(request);
      Function<Request, Document> document = documents.find(request);
      if (document == null) {
        serve(request, response, callback, exchange);
      } else {
        HttpRules.checkReading(request);
        origins.checkReading(request, response.getHeaders());
        document.apply(request).answer(request, response, callback);
      }
    } catch (Refusal refusal) {
      exchange.refuseUnread(refusal);
    }
    return true;
  }

  private void serve(Request request, Response response, Callback callback, Exchange exchange)
      throws Refusal {
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
  }
}
