package io.github.xmlrpc4j.wire;

/**
 * The bounds on what is read and written, so that no document can exhaust the program that meets
 * it. All are on by default and hold on both sides.
 *
 * @param maxDocumentBytes bytes of one document, after decompression
 * @param maxExpansionRatio how many times larger than its compressed form a document may be; looked
 *     at from 1 MiB of document on, since small documents compress well
 * @param maxDepth arrays and structs inside each other; at most 500, since a thread's stack must
 *     hold them too
 * @param maxValues values of one document, at all depths
 * @param maxStringLength UTF-16 units of one string, bytes of one base64 value
 * @param maxNameLength UTF-16 units of a member's or a method's name
 * @param maxNumberLength characters of one number
 * @param maxCalls calls in one {@code system.multicall}
 */
public record Limits(
    int maxDocumentBytes,
    int maxExpansionRatio,
    int maxDepth,
    int maxValues,
    int maxStringLength,
    int maxNameLength,
    int maxNumberLength,
    int maxCalls) {

  private static final int DEEPEST = 500;

  /** The limits that hold unless others are set: the figures are in {@code docs/limits.md}. */
  public static final Limits DEFAULT =
      new Limits(32 << 20, 100, 64, 2_000_000, 16 << 20, 1_024, 1_000, 1_000);

  /**
   * Checks that every limit is a positive number, and the depth not more than can be.
   *
   * @throws IllegalArgumentException if one is not
   */
  public Limits {
    requirePositive("maxDocumentBytes", maxDocumentBytes);
    requirePositive("maxExpansionRatio", maxExpansionRatio);
    requirePositive("maxDepth", maxDepth);
    requirePositive("maxValues", maxValues);
    requirePositive("maxStringLength", maxStringLength);
    requirePositive("maxNameLength", maxNameLength);
    requirePositive("maxNumberLength", maxNumberLength);
    requirePositive("maxCalls", maxCalls);
    if (maxDepth > DEEPEST) {
      throw new IllegalArgumentException(
          "maxDepth: " + maxDepth + " (expected: <= " + DEEPEST + ")");
    }
  }

  /** These limits with another {@link #maxDocumentBytes()}. */
  public Limits withMaxDocumentBytes(int value) {
    return new Limits(
        value,
        maxExpansionRatio,
        maxDepth,
        maxValues,
        maxStringLength,
        maxNameLength,
        maxNumberLength,
        maxCalls);
  }

  /** These limits with another {@link #maxExpansionRatio()}. */
  public Limits withMaxExpansionRatio(int value) {
    return new Limits(
        maxDocumentBytes,
        value,
        maxDepth,
        maxValues,
        maxStringLength,
        maxNameLength,
        maxNumberLength,
        maxCalls);
  }

  /** These limits with another {@link #maxDepth()}. */
  public Limits withMaxDepth(int value) {
    return new Limits(
        maxDocumentBytes,
        maxExpansionRatio,
        value,
        maxValues,
        maxStringLength,
        maxNameLength,
        maxNumberLength,
        maxCalls);
  }

  /** These limits with another {@link #maxValues()}. */
  public Limits withMaxValues(int value) {
    return new Limits(
        maxDocumentBytes,
        maxExpansionRatio,
        maxDepth,
        value,
        maxStringLength,
        maxNameLength,
        maxNumberLength,
        maxCalls);
  }

  /** These limits with another {@link #maxStringLength()}. */
  public Limits withMaxStringLength(int value) {
    return new Limits(
        maxDocumentBytes,
        maxExpansionRatio,
        maxDepth,
        maxValues,
        value,
        maxNameLength,
        maxNumberLength,
        maxCalls);
  }

  /** These limits with another {@link #maxNameLength()}. */
  public Limits withMaxNameLength(int value) {
    return new Limits(
        maxDocumentBytes,
        maxExpansionRatio,
        maxDepth,
        maxValues,
        maxStringLength,
        value,
        maxNumberLength,
        maxCalls);
  }

  /** These limits with another {@link #maxNumberLength()}. */
  public Limits withMaxNumberLength(int value) {
    return new Limits(
        maxDocumentBytes,
        maxExpansionRatio,
        maxDepth,
        maxValues,
        maxStringLength,
        maxNameLength,
        value,
        maxCalls);
  }

  /** These limits with another {@link #maxCalls()}. */
  public Limits withMaxCalls(int value) {
    return new Limits(
        maxDocumentBytes,
        maxExpansionRatio,
        maxDepth,
        maxValues,
        maxStringLength,
        maxNameLength,
        maxNumberLength,
        value);
  }

  private static void requirePositive(String name, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
    }
  }
}
