package io.github.xmlrpc4j.wire;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A reader over a value that is there already. */
final class ValueReader extends WireReader {
  /** The arrays (as iterators of values) and structs (of entries) that are open. */
  private final Deque<Iterator<?>> open = new ArrayDeque<>();

  private @Nullable Value next;

  ValueReader(Value value, String root, int index) {
    super(Dialect.LENIENT, Limits.DEFAULT);
    this.next = value;
    path.root(root, index);
  }

  @Override
  public Kind peek() {
    return next().kind();
  }

  @Override
  public int readInt() {
    return next() instanceof Value.Int number ? taken(number.value()) : toInt(integer("int"));
  }

  @Override
  public long readLong() {
    return integer("int or i8");
  }

  private long integer(String expected) {
    Value value = next();
    if (value instanceof Value.Int number) {
      return taken(number.value());
    }
    if (value instanceof Value.Long number) {
      return taken(number.value());
    }
    if (value instanceof Value.Decimal number) {
      return taken(toLong(number.value()));
    }
    throw mismatch(expected);
  }

  @Override
  public boolean readBoolean() {
    if (next() instanceof Value.Bool truth) {
      return taken(truth.value());
    }
    throw mismatch("boolean");
  }

  @Override
  public double readDouble() {
    Value value = next();
    if (value instanceof Value.Real number) {
      return taken(number.value());
    }
    if (value instanceof Value.Int number) {
      return taken((double) number.value());
    }
    if (value instanceof Value.Long number) {
      return taken(toDouble(number.value()));
    }
    if (value instanceof Value.Decimal number) {
      return taken(toDouble(number.value()));
    }
    throw mismatch("double");
  }

  @Override
  public BigDecimal readDecimal() {
    Value value = next();
    if (value instanceof Value.Decimal number) {
      return taken(number.value());
    }
    if (value instanceof Value.Real number) {
      return taken(toDecimal(number.value()));
    }
    if (value instanceof Value.Int || value instanceof Value.Long) {
      return BigDecimal.valueOf(readLong());
    }
    throw mismatch("a number");
  }

  @Override
  public String readString() {
    if (next() instanceof Value.Str text) {
      return taken(text.value());
    }
    throw mismatch("string");
  }

  @Override
  public byte[] readBytes() {
    if (next() instanceof Value.Bytes bytes) {
      return taken(bytes.value());
    }
    throw mismatch("base64");
  }

  @Override
  public Value.Time readTime() {
    if (next() instanceof Value.Time time) {
      return taken(time);
    }
    throw mismatch("dateTime.iso8601");
  }

  @Override
  public void readNil() {
    if (next() != Value.nil()) {
      throw mismatch("nil");
    }
    next = null;
  }

  @Override
  public void beginArray() {
    if (!(next() instanceof Value.Array array)) {
      throw mismatch("array");
    }
    open.push(array.iterator());
    path.enterArray();
    next = null;
  }

  @Override
  public boolean hasNext() {
    if (next != null) {
      return true;
    }
    if (!open.element().hasNext()) {
      return false;
    }
    next = (Value) open.element().next();
    path.nextElement();
    return true;
  }

  @Override
  public void endArray() {
    leave();
  }

  @Override
  public void beginStruct() {
    if (!(next() instanceof Value.Struct struct)) {
      throw mismatch("struct");
    }
    open.push(struct.members().entrySet().iterator());
    path.enterStruct();
    next = null;
  }

  @Override
  public @Nullable String nextName() {
    if (!open.element().hasNext()) {
      return null;
    }
    Map.Entry<?, ?> member = (Map.Entry<?, ?>) open.element().next();
    String name = (String) member.getKey();
    next = (Value) member.getValue();
    path.member(name);
    return name;
  }

  @Override
  public void endStruct() {
    leave();
  }

  private void leave() {
    if (next != null || open.element().hasNext()) {
      throw new IllegalStateException(path() + ": values are left unread");
    }
    open.pop();
    path.leave();
  }

  @Override
  public void duplicateMember(String name) {
    throw new IllegalStateException("a Value.Struct has no member twice: " + name);
  }

  @Override
  public void skipValue() {
    next();
    next = null;
  }

  private Value next() {
    if (next == null && !(!open.isEmpty() && hasNext())) {
      throw new NoSuchElementException(path() + ": no value is left");
    }
    return requireNonNull(next);
  }

  private <T> T taken(T content) {
    next = null;
    return content;
  }
}
