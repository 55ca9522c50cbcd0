package io.github.xmlrpc4j.client;

import io.github.xmlrpc4j.server.Endpoint;

final class InProcessTest extends CallSuite {
  @Override
  AutoCloseable serve(Endpoint endpoint) {
    return () -> {};
  }

  @Override
  ServerProxy.Builder proxy(Endpoint endpoint) {
    return ServerProxy.builder("http://in.process")
        .transport(Transport.inProcess(endpoint::handle));
  }
}
