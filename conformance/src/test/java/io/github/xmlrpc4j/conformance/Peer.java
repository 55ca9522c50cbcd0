package io.github.xmlrpc4j.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another project's reader makes of the cases.
 *
 * @param name the project and its version
 * @param answers an answer for each case, in order
 */
record Peer(String name, List<Answer> answers) {
  /**
   * What is made of a case.
   *
   * @param json the message as {@link Plain} JSON, or null if it is refused
   * @param error the name of the error, or null
   */
  record Answer(@Nullable String json, @Nullable String error) {}
}
