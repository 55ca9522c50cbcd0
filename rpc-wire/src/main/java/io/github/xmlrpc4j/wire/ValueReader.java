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
  /** An open array or an open struct: one of the two is null. */
  private record Level(
      @Nullable Iterator<Value> elements, @Nullable Iterator<Map.Entry<String, Value>> members) {}

  private final Deque<Level> open = new ArrayDeque<>();
  private @Nullable Value next;

  ValueReader(Value value, String root, int index) {
    super(Dialect.LENIENT, Limits.DEFAULT);
    this.next = requireNonNull(value, "value");
    path.root(root, index);
  }

  private Value next() {
    Level level = open.peek();
    if (next == null && (level == null || level.elements == null || !hasNext())) {
      throw new NoSuchElementException(path() + ": no value is left");
    }
    return requireNonNull(next);
  }

  private <T> T taken(T content) {
    next = null;
    return content;
  }

  @Override
  public Kind peek() {
    return next().kind();
  }

  @Override
  public Value readValue() {
    return taken(next());
  }

  // ---- scalars

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

  // ---- arrays and structs

  @Override
  public void beginArray() {
    if (!(next() instanceof Value.Array array)) {
      throw mismatch("array");
    }
    open.push(new Level(array.iterator(), null));
    path.enter();
    next = null;
  }

  @Override
  public boolean hasNext() {
    Level level = open.peek();
    if (level == null || level.elements == null) {
      throw new IllegalStateException(path() + ": no array is open");
    }
    if (next == null && level.elements.hasNext()) {
      next = level.elements.next();
      path.nextElement();
    }
    return next != null;
  }

  @Override
  public void endArray() {
    if (hasNext()) {
      throw new IllegalStateException(path() + ": values are left unread");
    }
    leave();
  }

  @Override
  public void beginStruct() {
    if (!(next() instanceof Value.Struct struct)) {
      throw mismatch("struct");
    }
    open.push(new Level(null, struct.members().entrySet().iterator()));
    path.enter();
    next = null;
  }

  @Override
  public @Nullable String nextName() {
    Level level = open.peek();
    if (level == null || level.members == null) {
      throw new IllegalStateException(path() + ": no struct is open");
    }
    if (next != null) {
      throw new IllegalStateException(path() + ": the value is left unread");
    }
    if (!level.members.hasNext()) {
      return null;
    }
    Map.Entry<String, Value> member = level.members.next();
    next = member.getValue();
    path.member(member.getKey());
    return member.getKey();
  }

  @Override
  public void endStruct() {
    if (nextName() != null) {
      throw new IllegalStateException(path() + ": values are left unread");
    }
    leave();
  }

  private void leave() {
    open.pop();
    path.leave();
  }

  @Override
  public void duplicateMember(String name) {
    throw new IllegalStateException("a Value.Struct has no member twice: " + name);
  }
}
