package io.github.xmlrpc4j.cli;

import java.util.List;

/**
 * What a server tells of one of its methods.
 *
 * @param name the name on the wire
 * @param signatures the ways to call it; none if the server does not say
 * @param help what it does, in words; empty if the server does not say
 */
record MethodNote(String name, List<SignatureNote> signatures, String help) {
  MethodNote {
    signatures = List.copyOf(signatures);
  }
}
