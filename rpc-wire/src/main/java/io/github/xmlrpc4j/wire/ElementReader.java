package io.github.xmlrpc4j.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The elements of one document, opened and closed as XML-RPC nests them. What departs from the
 * specification is noted where the dialect accepts it, and refused elsewhere.
 */
final class ElementReader {
  private static final int MOST_SIGHTINGS = 100;

  /** A deviation by its offset: what line that is takes a walk through the document to tell. */
  private record Met(Deviation deviation, int offset) {}

  private final Scanner scanner;
  private final Dialect dialect;
  private Set<Deviation> deviations = Set.of();
  private List<Met> met = List.of();
  private List<Sighting> settled = List.of();

  ElementReader(Scanner scanner, Dialect dialect) {
    this.scanner = scanner;
    this.dialect = dialect;
  }

  // ---- deviations and errors

  boolean accepts(Deviation deviation) {
    return dialect.accepts(deviation);
  }

  /** Takes note of a deviation that the dialect accepts, or refuses it. */
  void note(Deviation deviation, int at) {
    if (!dialect.accepts(deviation)) {
      throw refused(deviation, at);
    }
    add(deviation);
    if (met.isEmpty()) {
      met = new ArrayList<>();
    }
    if (settled.size() + met.size() < MOST_SIGHTINGS) {
      met.add(new Met(deviation, at));
    }
  }

  /** Takes note of a deviation, or refuses it, whose place is known and may be gone. */
  void note(Deviation deviation, Position at) {
    if (!dialect.accepts(deviation)) {
      throw notXmlRpc(deviation.rule() + hint(deviation), at);
    }
    add(deviation);
    if (settled.size() + met.size() < MOST_SIGHTINGS) {
      settled = new ArrayList<>(settled);
      settled.add(new Sighting(deviation, at));
    }
  }

  private void add(Deviation deviation) {
    if (deviations.isEmpty()) {
      deviations = EnumSet.noneOf(Deviation.class);
    }
    deviations.add(deviation);
  }

  /** Finds out the places of the deviations so far, since the bytes there will be gone. */
  void settle() {
    if (!met.isEmpty()) {
      settled = new ArrayList<>(sightings());
      met.clear();
    }
  }

  Set<Deviation> deviations() {
    return Collections.unmodifiableSet(deviations);
  }

  List<Sighting> sightings() {
    Stream<Sighting> others =
        met.stream().map(one -> new Sighting(one.deviation, scanner.position(one.offset)));
    return Stream.concat(settled.stream(), others).toList();
  }

  NotXmlRpcException refused(Deviation deviation, int at) {
    return notXmlRpc(deviation.rule() + hint(deviation), at);
  }

  NotXmlRpcException notXmlRpc(String problem, int at) {
    return notXmlRpc(problem, scanner.position(at));
  }

  NotXmlRpcException notXmlRpc(String problem, Position at) {
    return new NotXmlRpcException(problem, at);
  }

  /** The refusal of what is no XML at all, for a deviation that the dialect does not accept. */
  NotWellFormedException malformed(String problem, Deviation deviation) {
    return scanner.malformed(problem + hint(deviation));
  }

  private static String hint(Deviation deviation) {
    return " (Deviation." + deviation + " accepts it)";
  }

  // ---- start tags

  /** Consumes the start tag of a certain element. */
  void open(Tag tag) {
    if (scanner.tryOpen(tag)) {
      return;
    }
    requireStart("<" + tag.text + ">");
    int start = scanner.offset();
    if (openAny() != tag) {
      throw unexpected("<" + tag.text + ">", start);
    }
  }

  /** Consumes the start tag at the cursor and returns its element, null if it is none of ours. */
  @Nullable Tag openAny() {
    int start = scanner.offset();
    Tag tag = scanner.open();
    noteTag(start);
    return tag;
  }

  /** Takes note of what is unusual about the start tag that the scanner has just consumed. */
  void noteTag(int start) {
    if (scanner.prefixSeen()) {
      note(Deviation.PREFIXED_ELEMENT, start);
    }
    if (scanner.attributesSeen()) {
      note(Deviation.ATTRIBUTE, start);
    }
  }

  /** Passes what may stand before a start tag, and refuses what is none. */
  void requireStart(String wanted) {
    switch (scanner.peek()) {
      case START -> {}
      case EOF -> throw scanner.endsInside();
      case TEXT -> {
        if (scanner.depth() == 0) {
          throw scanner.malformed("text where the root element should begin");
        }
        throw notXmlRpc("text where " + wanted + " should stand", scanner.offset());
      }
      case END -> {
        int start = scanner.offset();
        String parent = scanner.depth() == 0 ? "" : scanner.shownOpenName();
        scanner.close();
        throw notXmlRpc("the end of <" + parent + "> without " + wanted, start);
      }
    }
  }

  /** The refusal of the element that was opened last. */
  NotXmlRpcException unexpected(String wanted, int at) {
    return notXmlRpc("<" + scanner.shownOpenName() + "> where " + wanted + " should stand", at);
  }

  // ---- end tags

  /** Consumes the end tag of the innermost open element, which is a certain one. */
  void close(Tag tag) {
    if (scanner.tryClose(tag)) {
      return;
    }
    switch (scanner.peek()) {
      case END -> scanner.close();
      case EOF -> throw scanner.endsInside();
      case TEXT -> throw notXmlRpc("text where </" + tag.text + "> should stand", scanner.offset());
      case START -> {
        int start = scanner.offset();
        scanner.open();
        throw unexpected("</" + tag.text + ">", start);
      }
    }
  }

  /** Makes sure that nothing but blanks, comments and processing instructions follows the root. */
  void end() {
    if (scanner.peek() == Scanner.Next.EOF) {
      return;
    }
    if (!accepts(Deviation.TRAILING_CONTENT)) {
      throw malformed("something follows the root element", Deviation.TRAILING_CONTENT);
    }
    note(Deviation.TRAILING_CONTENT, scanner.offset());
  }
}
