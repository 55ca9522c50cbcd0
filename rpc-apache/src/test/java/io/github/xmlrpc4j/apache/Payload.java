package io.github.xmlrpc4j.apache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** An object that counts how often somebody makes it out of bytes of the wire. */
final class Payload extends Exception {
  private static final long serialVersionUID = 1L;
  private static final AtomicInteger MADE = new AtomicInteger();

  static int made() {
    return MADE.get();
  }

  static String base64() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Payload());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  @SuppressWarnings("UnusedMethod") // Java's serialisation calls it.
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    MADE.incrementAndGet();
  }
}
