package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.client.Transport;
import io.github.xmlrpc4j.server.Caller;
import io.github.xmlrpc4j.server.Endpoint;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Who reads and writes documents in the comparison of codecs. */
public enum CodecContender {
  XMLRPC4J("xmlrpc4j") {
    @Override
    CallCodec codec(Payload payload) {
      return new ByValue();
    }

    @Override
    Map<String, Callable<Object>> steps(Payload payload) throws Exception {
      Map<String, Callable<Object>> steps = super.steps(payload);
      Endpoint endpoint = Endpoint.builder().methods(ValueMethods.ALL).build();
      steps.put("dispatch", dispatch(endpoint, payload));
      ServerProxy proxy = inProcess(endpoint);
      Object[] arguments = payload.params().toArray();
      Callable<Object> call = () -> proxy.call(payload.method(), arguments);
      require(call.call().equals(payload.result()));
      steps.put("client and server", call);
      return steps;
    }
  },
  TYPED("xmlrpc4j, typed") {
    @Override
    CallCodec codec(Payload payload) {
      return TypedCodec.of(payload);
    }

    @Override
    Map<String, Callable<Object>> steps(Payload payload) throws Exception {
      Map<String, Callable<Object>> steps = super.steps(payload);
      Endpoint endpoint = Endpoint.builder().register(Methods.class, new Methods.Served()).build();
      steps.put("dispatch", dispatch(endpoint, payload));
      Callable<Object> call = TypedCalls.of(payload, inProcess(endpoint).as(Methods.class));
      require(TypedCalls.value(payload, call.call()).equals(payload.result()));
      steps.put("client and server", call);
      return steps;
    }
  },
  AALTO("Aalto") {
    @Override
    CallCodec codec(Payload payload) {
      return StaxCodec.aalto();
    }
  },
  WOODSTOX("Woodstox") {
    @Override
    CallCodec codec(Payload payload) {
      return StaxCodec.woodstox();
    }
  },
  JDK("the JDK's StAX") {
    @Override
    CallCodec codec(Payload payload) {
      return StaxCodec.jdk();
    }
  },
  APACHE("Apache XML-RPC") {
    @Override
    CallCodec codec(Payload payload) {
      return new ApacheCodec();
    }
  },
  LIMIT("bare UTF-8 decoding; bare copy") {
    @Override
    CallCodec codec(Payload payload) {
      return new BareBytes();
    }
  };

  private final String title;

  CodecContender(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  abstract CallCodec codec(Payload payload);

  /** What this contender does with a payload, by its name; each has been done once and checked. */
  Map<String, Callable<Object>> steps(Payload payload) throws Exception {
    byte[] document = payload.call().write();
    CallCodec codec = codec(payload);
    if (codec instanceof BareBytes) {
      require(codec.read(document).equals(new String(document, StandardCharsets.UTF_8)));
    } else {
      require(MethodCall.read(codec.write(codec.read(document))).equals(payload.call()));
    }
    Object writable = codec.writable(document);
    require(MethodCall.read(codec.write(writable)).equals(payload.call()));
    Map<String, Callable<Object>> steps = new LinkedHashMap<>();
    steps.put("parse", () -> codec.read(document));
    steps.put("write", () -> codec.write(writable));
    return steps;
  }

  private static Callable<Object> dispatch(Endpoint endpoint, Payload payload) {
    byte[] document = payload.call().write();
    require(MethodResponse.read(endpoint.handle(document)).orElseThrow().equals(payload.result()));
    return () -> endpoint.handle(ByteBuffer.wrap(document), null, Caller.LOCAL);
  }

  private static ServerProxy inProcess(Endpoint endpoint) {
    return ServerProxy.builder("http://127.0.0.1/")
        .transport(Transport.inProcess(endpoint::handle))
        .build();
  }

  private static void require(boolean right) {
    if (!right) {
      throw new IllegalStateException("another result");
    }
  }

  /** Our own codec, by values. */
  private static final class ByValue implements CallCodec {
    @Override
    public Object read(byte[] document) {
      return MethodCall.read(document);
    }

    @Override
    public byte[] write(Object call) {
      return ((MethodCall) call).write();
    }
  }

  /** What is left of reading and writing when nothing is looked at. */
  private static final class BareBytes implements CallCodec {
    @Override
    public Object read(byte[] document) {
      return new String(document, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] write(Object document) {
      byte[] bytes = (byte[]) document;
      return Arrays.copyOf(bytes, bytes.length);
    }

    @Override
    public Object writable(byte[] document) {
      return document;
    }
  }
}
