package io.github.xmlrpc4j.server;

import org.jspecify.annotations.Nullable;

/** The peer of a call, as far as the transport knows it. */
public interface Caller {
  /** A caller in this very program. */
  Caller LOCAL =
      new Caller() {
        @Override
        public String address() {
          return "local";
        }

        @Override
        public @Nullable String metadata(String name) {
          return null;
        }
      };

  /** The peer's address in words, as {@code 127.0.0.1:51234}. */
  String address();

  /** What the transport sent beside the call under a name, or null; over HTTP, a header. */
  @Nullable String metadata(String name);
}
