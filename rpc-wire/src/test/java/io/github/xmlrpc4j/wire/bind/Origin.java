package io.github.xmlrpc4j.wire.bind;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireReader;
import io.github.xmlrpc4j.wire.WireWriter;
import java.lang.reflect.Type;

/** Where a codec reads from: bytes, or a value that is there already. */
enum Origin {
  BYTES {
    @Override
    WireReader reader(Value value) {
      byte[] call = MethodCall.of("m", value).write(ALL, Limits.DEFAULT);
      DocumentReader in = DocumentReader.of(call, ALL, Limits.DEFAULT);
      in.beginCall();
      in.nextParam();
      return in;
    }
  },
  VALUE {
    @Override
    WireReader reader(Value value) {
      return WireReader.ofParam(value, 0);
    }
  };

  /** All that can be read and written. */
  static final Dialect ALL = Dialect.LENIENT.writing(Extension.values());

  /** A reader that stands before a value, which is the first parameter of a call. */
  abstract WireReader reader(Value value);

  /** A value as an object of a type. */
  Object read(Codecs codecs, Type type, Value value) {
    return codecs.of(type).read(reader(value));
  }

  Object read(Type type, Value value) {
    return read(Codecs.standard(), type, value);
  }

  /** What a codec makes of an object, as the first parameter of a call. */
  @SuppressWarnings("unchecked")
  static Value written(Codecs codecs, Type type, Object object, Dialect dialect) {
    WireWriter out = new WireWriter(dialect, Limits.DEFAULT);
    out.beginCall("m");
    ((Codec<Object>) codecs.of(type)).write(out, object);
    out.endCall();
    return MethodCall.read(out.toByteArray()).params().get(0);
  }

  static Value written(Type type, Object object, Dialect dialect) {
    return written(Codecs.standard(), type, object, dialect);
  }

  static Value written(Type type, Object object) {
    return written(type, object, Dialect.STRICT);
  }

  /** The return type of a method of a class, for types that have no literal. */
  static Type type(Class<?> owner, String method) {
    try {
      return owner.getDeclaredMethod(method).getGenericReturnType();
    } catch (NoSuchMethodException e) {
      throw new LinkageError(method, e);
    }
  }
}
