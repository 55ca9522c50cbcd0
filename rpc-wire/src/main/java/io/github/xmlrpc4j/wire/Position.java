package io.github.xmlrpc4j.wire;

import java.io.Serializable;

/**
 * A place in a document.
 *
 * @param offset the number of bytes before it, in the document as it was received
 * @param line the line, from 1; lines end with LF, CR or CR LF
 * @param column the column in characters (code points), from 1
 */
public record Position(int offset, int line, int column) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The place as messages name it: {@code line 3, column 14 (byte 87)}. */
  @Override
  public String toString() {
    return "line " + line + ", column " + column + " (byte " + offset + ")";
  }
}
