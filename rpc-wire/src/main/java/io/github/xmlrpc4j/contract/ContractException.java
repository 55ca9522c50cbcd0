package io.github.xmlrpc4j.contract;

import java.util.List;

/** A type that is no sound contract, with all that is wrong with it. */
public final class ContractException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  ContractException(Class<?> type, List<String> problems) {
    super(type.getTypeName() + " cannot be bound:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** The problems, each with the method that has it. */
  public List<String> problems() {
    return problems;
  }
}
