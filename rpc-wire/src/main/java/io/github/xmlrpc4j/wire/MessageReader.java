package io.github.xmlrpc4j.wire;

/** What values stand in: the elements of a method call or of a response. */
final class MessageReader {
  private final Scanner scanner;
  private final ElementReader elements;
  private final ScalarReader scalars;
  private final ValueElement value;
  private final Path path;

  /** The parameters that were met, or -1 behind the last. */
  private int params;

  private boolean fault;
  private boolean resultMissing;

  MessageReader(
      Scanner scanner,
      ElementReader elements,
      ScalarReader scalars,
      ValueElement value,
      Path path) {
    this.scanner = scanner;
    this.elements = elements;
    this.scalars = scalars;
    this.value = value;
    this.path = path;
  }

  // ---- calls

  String beginCall() {
    path.root("methodCall", -1);
    elements.open(Tag.METHOD_CALL);
    elements.open(Tag.METHOD_NAME);
    int start = scanner.offset();
    String name = scalars.trimmed(TextLimit.NAME);
    if (name.isEmpty()) {
      throw elements.notXmlRpc("the method's name is empty", start);
    }
    if (!isCustomary(name)) {
      elements.note(Deviation.METHOD_NAME_CHARACTERS, start);
    }
    elements.close(Tag.METHOD_NAME);
    if (scanner.peek() == Scanner.Next.START) {
      elements.open(Tag.PARAMS);
    } else {
      params = -1;
    }
    return name;
  }

  private static boolean isCustomary(String methodName) {
    for (int i = 0; i < methodName.length(); i++) {
      char c = methodName.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && "_.:/".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  boolean nextParam() {
    if (params < 0) {
      return false;
    }
    if (params > 0) {
      if (scanner.tryNextParam()) {
        path.root("params", params++);
        return true;
      }
      elements.close(Tag.PARAM);
    }
    if (scanner.peek() != Scanner.Next.START) {
      elements.close(Tag.PARAMS);
      params = -1;
      return false;
    }
    path.root("params", params++);
    elements.open(Tag.PARAM);
    return true;
  }

  void endCall() {
    if (params >= 0) {
      throw new IllegalStateException(path + ": nextParam() has not told yet that none is left");
    }
    elements.close(Tag.METHOD_CALL);
    elements.end();
  }

  // ---- responses

  boolean beginResponse() {
    if (scanner.isEmpty()) {
      beginEmptyResponse();
      return false;
    }
    elements.open(Tag.METHOD_RESPONSE);
    elements.requireStart("<params> or <fault>");
    int start = scanner.offset();
    Tag tag = elements.openAny();
    if (tag != Tag.PARAMS && tag != Tag.FAULT) {
      throw elements.unexpected("<params> or <fault>", start);
    }
    fault = tag == Tag.FAULT;
    path.root(fault ? "fault" : "result", -1);
    if (!fault) {
      beginResult();
    }
    return fault;
  }

  private void beginEmptyResponse() {
    if (!elements.accepts(Deviation.EMPTY_RESPONSE)) {
      throw elements.malformed("the document is empty", Deviation.EMPTY_RESPONSE);
    }
    path.root("result", -1);
    elements.note(Deviation.EMPTY_RESPONSE, scanner.offset());
    value.setMissing();
  }

  private void beginResult() {
    int start = scanner.offset();
    resultMissing = scanner.peek() == Scanner.Next.END;
    if (resultMissing) {
      elements.note(Deviation.RESPONSE_WITHOUT_VALUE, start);
      value.setMissing();
    } else {
      elements.open(Tag.PARAM);
    }
  }

  void endResponse() {
    if (scanner.isEmpty()) {
      return;
    }
    if (fault) {
      elements.close(Tag.FAULT);
    } else {
      endResult();
    }
    elements.close(Tag.METHOD_RESPONSE);
    elements.end();
  }

  private void endResult() {
    if (!resultMissing) {
      elements.close(Tag.PARAM);
    }
    if (scanner.peek() == Scanner.Next.START) {
      throw elements.notXmlRpc("a response holds one value, not several", scanner.offset());
    }
    elements.close(Tag.PARAMS);
  }
}
