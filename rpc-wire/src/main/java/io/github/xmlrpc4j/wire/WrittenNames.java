package io.github.xmlrpc4j.wire;

import org.jspecify.annotations.Nullable;

/**
 * The members' names that a document has so far, as pieces that need no second look at their
 * characters. A name that came once is only noted: the names of a large map come no second time.
 */
final class WrittenNames {
  /** More different names than most programs' structs have; a power of two. */
  private static final int PLACES = 64;

  private final @Nullable String[] names = new @Nullable String[PLACES];
  private final @Nullable Piece[] pieces = new @Nullable Piece[PLACES];

  private static int place(String name) {
    int hash = name.hashCode();
    return (hash ^ (hash >>> 15)) & (PLACES - 1);
  }

  /** The piece of a name, if there is one. */
  @Nullable Piece piece(String name) {
    int place = place(name);
    return name.equals(names[place]) ? pieces[place] : null;
  }

  boolean isNoted(String name) {
    return name.equals(names[place(name)]);
  }

  void note(String name) {
    int place = place(name);
    names[place] = name;
    pieces[place] = null;
  }

  /** Keeps the piece of a name that is noted. */
  void keep(String name, Piece piece) {
    pieces[place(name)] = piece;
  }
}
