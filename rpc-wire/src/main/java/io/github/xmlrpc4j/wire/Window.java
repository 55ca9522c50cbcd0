package io.github.xmlrpc4j.wire;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The part of a document that a reader is at, while the rest is still to come. The reader says what
 * it needs next, and is given just that to look at: how the bytes were cut on their way makes no
 * difference to what it finds. What it has read of a stream is dropped for what comes.
 *
 * <p>The beginning of the document up to the stream stays where it is, since the elements that are
 * open all begin there.
 */
final class Window implements Places {
  private static final int FIRST_SIZE = 16 * 1024;

  /** The bytes that a character may take; what a string may have in characters counts in those. */
  private static final int MOST_BYTES = 4;

  private final ByteSource from;
  private final Limits limits;
  private final Splitter splitter = new Splitter();
  private byte[] buf = new byte[FIRST_SIZE];
  private int limit;
  private long total;
  private boolean ended;
  private @Nullable Cursor in;

  /** The index behind what stays, and the place in the document of the byte at that index. */
  private int kept;

  private @Nullable Position resumed;
  private boolean dropping;

  Window(ByteSource from, Limits limits) {
    this.from = from;
    this.limits = limits;
  }

  // ---- the beginning

  /**
   * Takes in the beginning of the document.
   *
   * @return the document as far as its first tag; or all of it if it is in another encoding than
   *     UTF-8
   */
  Source open(@Nullable Charset charset) {
    splitter.seekTags(1);
    int end = found(0);
    if (!Encoding.of(buf, 0, end, charset).charset().equals(StandardCharsets.UTF_8)) {
      end = all(0);
    }
    return Source.of(buf, 0, end, charset);
  }

  /** Whether there is no more to come. */
  boolean isWhole() {
    return ended;
  }

  /** Shows the reader what it asks for through its cursor from now on. */
  void attach(Cursor cursor) {
    in = cursor;
  }

  Cursor cursor() {
    return requireNonNull(in);
  }

  // ---- what the reader needs

  /** Makes sure that so many tags are there. */
  void requireTags(int number) {
    splitter.seekTags(number);
    require();
  }

  /**
   * Makes sure that the next element is there; or the next tag, if that is an end tag or opens an
   * array's data.
   */
  void requireElement() {
    splitter.seekElement();
    require();
  }

  private void require() {
    Cursor cursor = cursor();
    int end = found(cursor.pos);
    cursor.show(buf, Math.max(end, cursor.end));
  }

  /** Makes sure that the rest of the document is there. */
  void requireAll() {
    Cursor cursor = cursor();
    cursor.show(buf, all(cursor.pos));
  }

  /** Makes sure that at least one byte more is there, or the end; and shows all that is. */
  void requireBytes() {
    Cursor cursor = cursor();
    if (cursor.pos == limit && !ended) {
      more(cursor.pos);
    }
    cursor.show(buf, limit);
  }

  /** Lets what is read from here on be dropped: a stream begins, or goes on. */
  void keep() {
    int at = cursor().pos;
    resumed = dropping ? position(at) : null;
    kept = at;
    dropping = true;
  }

  // ---- bytes

  /** The index behind what is sought; of the end of the document, where that comes first. */
  private int found(int start) {
    int at = start;
    int end = splitter.find(buf, at, limit);
    while (end < 0 && !ended) {
      at = more(at);
      end = splitter.find(buf, at, limit);
    }
    return end < 0 ? limit : end;
  }

  private int all(int start) {
    int at = start;
    while (!ended) {
      at = more(at);
    }
    return limit;
  }

  /** Takes in some bytes more, and returns the index that the reader's place has then. */
  private int more(int start) {
    int at = start;
    if (limit == buf.length) {
      at = makeRoom(start);
    }
    long left = limits.maxDocumentBytes() + 1L - total;
    int count = from.read(buf, limit, (int) Math.min(left, buf.length - limit));
    if (count < 0) {
      ended = true;
      return at;
    }
    total += count;
    limit += count;
    if (total > limits.maxDocumentBytes()) {
      throw new LimitExceededException(
          "a document of more than " + limits.maxDocumentBytes() + " bytes",
          "maxDocumentBytes",
          limits.maxDocumentBytes(),
          position(at));
    }
    return at;
  }

  private int makeRoom(int start) {
    if (dropping && start > kept) {
      return drop(start);
    }
    long most = dropping ? kept + mostElement() : Integer.MAX_VALUE - 8L;
    if (buf.length >= most) {
      throw new LimitExceededException(
          "an element of a stream of more than " + mostElement() + " bytes",
          "maxStringLength",
          limits.maxStringLength(),
          position(start));
    }
    buf = Arrays.copyOf(buf, (int) Math.min(most, buf.length * 2L));
    return start;
  }

  private long mostElement() {
    return Math.max(FIRST_SIZE, (long) limits.maxStringLength() * MOST_BYTES);
  }

  private int drop(int to) {
    resumed = position(to);
    System.arraycopy(buf, to, buf, kept, limit - to);
    limit -= to - kept;
    Cursor cursor = cursor();
    cursor.pos = kept;
    cursor.show(buf, Math.max(kept, cursor.end - (to - kept)));
    return kept;
  }

  @Override
  public Position position(int index) {
    Position base = resumed;
    if (base == null || index < kept) {
      return Source.position(buf, markLength(), index, index);
    }
    Position further = Source.position(buf, kept, index, 0);
    return new Position(
        base.offset() + index - kept,
        base.line() + further.line() - 1,
        further.line() == 1 ? base.column() + further.column() - 1 : further.column());
  }

  /** The length of the byte order mark, which has no column. */
  private int markLength() {
    boolean marked =
        limit >= 3 && buf[0] == (byte) 0xEF && buf[1] == (byte) 0xBB && buf[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }
}
