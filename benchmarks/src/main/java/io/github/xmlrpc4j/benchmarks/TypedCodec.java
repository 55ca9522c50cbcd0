package io.github.xmlrpc4j.benchmarks;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.WireWriter;
import io.github.xmlrpc4j.wire.bind.Codec;
import io.github.xmlrpc4j.wire.bind.Codecs;
import java.util.ArrayList;
import java.util.List;

/**
 * Binds a payload's parameters to their Java type and back.
 *
 * @param method the method of the calls
 * @param codec the codec of each parameter
 */
record TypedCodec(String method, Codec<Object> codec) implements CallCodec {
  @SuppressWarnings("unchecked")
  static TypedCodec of(Payload payload) {
    return new TypedCodec(payload.method(), (Codec<Object>) Codecs.standard().of(payload.type()));
  }

  @Override
  public Object read(byte[] document) {
    DocumentReader in = DocumentReader.of(document, Dialect.LENIENT, Limits.DEFAULT);
    String name = in.beginCall();
    if (!name.equals(method)) {
      throw new IllegalStateException(name);
    }
    List<Object> params = new ArrayList<>();
    while (in.nextParam()) {
      params.add(codec.read(in));
    }
    in.endCall();
    return params;
  }

  @Override
  public byte[] write(Object params) {
    WireWriter out = new WireWriter(Dialect.LENIENT, Limits.DEFAULT);
    out.beginCall(method);
    for (Object param : (List<?>) params) {
      codec.write(out, param);
    }
    out.endCall();
    byte[] document = out.toByteArray();
    out.release();
    return document;
  }
}
