package io.github.xmlrpc4j.wire;

import java.util.HashSet;
import java.util.Set;

/** What stands in a start tag behind the name. XML-RPC gives no meaning to it. */
final class Attributes {
  // No knob sets this bound: XML-RPC has no attributes, and a set of them costs memory.
  private static final int MOST = 100;

  private final Cursor in;
  private boolean seen;

  Attributes(Cursor in) {
    this.in = in;
  }

  /** Whether the start tag that was passed last has attributes. */
  boolean seen() {
    return seen;
  }

  /** Passes the rest of a start tag, and tells whether the tag closes itself. */
  boolean pass() {
    seen = false;
    Set<String> names = Set.of();
    while (true) {
      int before = in.pos;
      in.skipBlanks();
      requireMore();
      if (in.buf[in.pos] == '>') {
        in.pos++;
        return false;
      }
      if (in.buf[in.pos] == '/') {
        in.pos++;
        requireMore();
        if (in.buf[in.pos] != '>') {
          throw in.malformed("'/' in a start tag is not followed by '>'");
        }
        in.pos++;
        return true;
      }
      if (in.pos == before) {
        throw in.malformed(
            seen
                ? "a blank is missing before an attribute"
                : "a start tag holds a character that no name has");
      }
      if (!seen) {
        seen = true;
        names = new HashSet<>();
      }
      attribute(names);
    }
  }

  private void attribute(Set<String> names) {
    int start = in.pos;
    String name = in.utf8(start, in.name("an attribute"));
    if (!names.add(name)) {
      throw in.malformed("the attribute " + Texts.printable(name) + " stands twice", start);
    }
    if (names.size() > MOST) {
      throw in.malformed("more than " + MOST + " attributes in one start tag", start);
    }
    value();
  }

  private void value() {
    in.skipBlanks();
    requireMore();
    if (in.buf[in.pos] != '=') {
      throw in.malformed("an attribute has no value");
    }
    in.pos++;
    in.skipBlanks();
    requireMore();
    byte quote = in.buf[in.pos];
    if (quote != '"' && quote != '\'') {
      throw in.malformed("an attribute's value is not quoted");
    }
    in.pos++;
    while (in.pos < in.end && in.buf[in.pos] != quote) {
      byte b = in.buf[in.pos];
      if (b == '<') {
        throw in.malformed("'<' inside an attribute's value");
      }
      if (b == '&') {
        References.read(in);
      } else {
        in.skipCharacter();
      }
    }
    in.pos++;
  }

  private void requireMore() {
    if (in.pos >= in.end) {
      throw in.endsInside("a start tag");
    }
  }
}
