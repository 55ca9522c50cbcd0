package io.github.xmlrpc4j.benchmarks;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import io.github.xmlrpc4j.wire.bind.Codec;
import io.github.xmlrpc4j.wire.bind.Codecs;
import java.util.List;
import java.util.concurrent.Callable;

/** The calls of the payloads through a typed interface. */
final class TypedCalls {
  private TypedCalls() {}

  /** Makes a payload's call over and over. */
  @SuppressWarnings("unchecked")
  static Callable<Object> of(Payload payload, Methods methods) {
    Object argument = argument(payload);
    return switch (payload) {
      case SMALL -> () -> methods.add(1, 2, 3, 4, 5);
      case STRUCTS -> () -> methods.structs((List<Item>) argument);
      case TEXTS -> () -> methods.texts((List<String>) argument);
      case INTS -> () -> methods.ints((int[]) argument);
      case BASE64 -> () -> methods.base64((byte[]) argument);
    };
  }

  /** The first parameter in its Java type. */
  static Object argument(Payload payload) {
    WireReader in = WireReader.of(payload.params().get(0));
    return requireNonNull(Codecs.standard().of(payload.type()).read(in));
  }

  /** What a typed call has returned, as a value. */
  @SuppressWarnings("unchecked")
  static Value value(Payload payload, Object result) {
    WireWriter out = new WireWriter(Dialect.LENIENT, Limits.DEFAULT);
    out.beginResponse();
    ((Codec<Object>) Codecs.standard().of(payload.type())).write(out, result);
    out.endResponse();
    return MethodResponse.read(out.toByteArray()).orElseThrow();
  }
}
