package io.github.xmlrpc4j.conformance;

import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.Position;
import io.github.xmlrpc4j.wire.WireException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a document is refused, as a case states it: {@code NotXmlRpc 2:17 byte 70: a boolean is}.
 *
 * @param kind the kind of error
 * @param place line, column and byte as {@code 2:17 byte 70}, empty where the error has a path
 * @param text what is wrong, or a part of it
 */
record Problem(Kind kind, String place, String text) {
  /** The kinds of errors, each with its fault code. */
  enum Kind {
    NotWellFormed(FaultCodes.NOT_WELL_FORMED),
    UnsupportedEncoding(FaultCodes.UNSUPPORTED_ENCODING),
    InvalidCharacter(FaultCodes.INVALID_CHARACTER),
    NotXmlRpc(FaultCodes.NOT_XML_RPC),
    LimitExceeded(FaultCodes.SYSTEM_ERROR),
    TypeMismatch(FaultCodes.INVALID_PARAMS);

    final int faultCode;

    Kind(int faultCode) {
      this.faultCode = faultCode;
    }

    private static Kind of(int faultCode) {
      for (Kind kind : values()) {
        if (kind.faultCode == faultCode) {
          return kind;
        }
      }
      throw new AssertionError("no kind of error has the fault code " + faultCode);
    }
  }

  private static final Pattern STATED = Pattern.compile("(\\w+)(?: (\\d+:\\d+ byte \\d+))?: (.+)");
  private static final Pattern PLACE =
      Pattern.compile("line (\\d+), column (\\d+) \\(byte (\\d+)\\)");

  static Problem parse(String stated) {
    Matcher parts = STATED.matcher(stated);
    if (!parts.matches()) {
      throw new IllegalArgumentException("neither \"value\" nor an error: " + stated);
    }
    String place = parts.group(2) == null ? "" : parts.group(2);
    return new Problem(Kind.valueOf(parts.group(1)), place, parts.group(3));
  }

  static Problem of(WireException e) {
    return of(e.faultCode(), String.valueOf(e.getMessage()));
  }

  static Problem of(int faultCode, String message) {
    Matcher place = PLACE.matcher(message);
    String where =
        place.find() ? place.group(1) + ":" + place.group(2) + " byte " + place.group(3) : "";
    return new Problem(Kind.of(faultCode), where, message);
  }

  static String place(Position position) {
    return position.line() + ":" + position.column() + " byte " + position.offset();
  }

  /** Whether an error that came is the one that is stated here. */
  boolean states(Problem came) {
    return kind == came.kind && place.equals(came.place) && came.text.contains(text);
  }

  @Override
  public String toString() {
    return place.isEmpty() ? kind + ": " + text : kind + " " + place + ": " + text;
  }
}
