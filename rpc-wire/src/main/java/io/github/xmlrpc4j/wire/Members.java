package io.github.xmlrpc4j.wire;

import static java.util.Objects.requireNonNull;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The few members of a struct, in order, as an immutable map: two arrays, since most structs have
 * so few members that a look at each is faster than a hash table, which takes six times the memory.
 */
final class Members extends AbstractMap<String, Value> {
  /** The members up to which looking at each of them is not slower. */
  private static final int MOST = 8;

  /** The names of no map. */
  static final String[] NONE = {};

  private final String[] names;
  private final Value[] values;

  private Members(String[] names, Value[] values) {
    this.names = names;
    this.values = values;
  }

  /** An immutable copy of a map that holds no null. */
  static Map<String, Value> copyOf(Map<String, Value> members) {
    if (members instanceof Members) {
      return members;
    }
    Builder copy = new Builder();
    members.forEach(
        (name, value) ->
            copy.put(
                requireNonNull(name, "name"),
                requireNonNull(value, "member value"),
                copy.has(name)));
    return copy.build();
  }

  /** The names of a map, for a {@link Builder}; none if they are many. */
  static String[] names(Map<String, Value> members) {
    return members instanceof Members few ? few.names : NONE;
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public @Nullable Value get(@Nullable Object name) {
    int index = indexOf(names, names.length, name);
    return index < 0 ? null : values[index];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return indexOf(names, names.length, name) >= 0;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Value> action) {
    for (int i = 0; i < names.length; i++) {
      action.accept(names[i], values[i]);
    }
  }

  private static int indexOf(@Nullable String[] names, int size, @Nullable Object name) {
    for (int i = 0; i < size; i++) {
      if (requireNonNull(names[i]).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Set<Entry<String, Value>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return names.length;
      }

      @Override
      public Iterator<Entry<String, Value>> iterator() {
        return new Entries();
      }
    };
  }

  private final class Entries implements Iterator<Entry<String, Value>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < names.length;
    }

    @Override
    public Entry<String, Value> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return new SimpleImmutableEntry<>(names[next], values[next++]);
    }
  }

  /** Takes members one by one; one of a name that was there takes the place of the other. */
  static final class Builder {
    private @Nullable String[] names;
    private @Nullable Value[] values;
    private int size;

    /** Whether the names are those of another map, in full, so that none may be put among them. */
    private boolean shared;

    /** All members, once they are many. */
    private @Nullable Map<String, Value> many;

    Builder() {
      this(NONE);
    }

    /**
     * A builder that is quick where the names come just as they came before: the map then has them
     * in the same memory.
     *
     * @param before the {@link #names(Map) names} of another map
     */
    @SuppressWarnings("NullAway") // An array without null may be one where null is allowed.
    Builder(String[] before) {
      shared = before.length > 0;
      names = shared ? before : new @Nullable String[4];
      values = new @Nullable Value[names.length];
    }

    /** Whether a member of the name was put. */
    boolean has(String name) {
      if (comesInTurn(name)) {
        return false;
      }
      return many == null ? indexOf(names, size, name) >= 0 : many.containsKey(name);
    }

    @SuppressWarnings("ReferenceEquality") // One reader makes one string of a name.
    private boolean comesInTurn(String name) {
      return shared && size < names.length && names[size] == name;
    }

    /**
     * Puts a member.
     *
     * @param again whether a member of the name was put
     */
    void put(String name, Value value, boolean again) {
      if (comesInTurn(name)) {
        values[size++] = value;
      } else if (many != null) {
        many.put(name, value);
      } else if (again) {
        values[indexOf(names, size, name)] = value;
      } else if (size < MOST) {
        append(name, value);
      } else {
        many = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
          many.put(requireNonNull(names[i]), requireNonNull(values[i]));
        }
        many.put(name, value);
      }
    }

    private void append(String name, Value value) {
      if (shared || size == names.length) {
        names = Arrays.copyOf(names, MOST);
        values = Arrays.copyOf(values, MOST);
        shared = false;
      }
      names[size] = name;
      values[size++] = value;
    }

    /** The map; the builder is of no more use. */
    @SuppressWarnings("NullAway") // The first ones of both arrays hold no null.
    Map<String, Value> build() {
      if (many != null) {
        return Collections.unmodifiableMap(many);
      }
      return size == names.length
          ? new Members(names, values)
          : new Members(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
    }
  }
}
