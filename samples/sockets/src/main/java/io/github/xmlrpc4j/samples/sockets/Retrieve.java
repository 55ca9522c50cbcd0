package io.github.xmlrpc4j.samples.sockets;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A page into a file, with a line of progress for each block. */
final class Retrieve {
  static final String USAGE = "retrieve URL FILE";

  private static final int BLOCK = 8192;

  private Retrieve() {}

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    try (Page page = Page.open(Page.uri(options, options.place(0, "")));
        OutputStream out = new FileOutputStream(options.place(1, ""))) {
      long have = 0;
      tell(have, page.length());
      for (int more = 0; more >= 0; more = copy(page, out, have)) {
        have += more;
        if (more > 0 && (have % BLOCK == 0 || have == page.length())) {
          tell(have, page.length());
        }
      }
      if (page.length() < 0) {
        tell(have, have);
      }
    }
  }

  /** Copies some bytes, up to the end of a block; -1 when there are no more. */
  private static int copy(Page page, OutputStream out, long have) throws IOException {
    byte[] bytes = new byte[BLOCK - (int) (have % BLOCK)];
    int length;
    try {
      length = page.body().read(bytes);
    } catch (IOException e) {
      String whole = page.length() < 0 ? "" : " out of " + page.length();
      throw new IOException("retrieval incomplete: got only " + have + whole + " bytes", e);
    }
    out.write(bytes, 0, Math.max(length, 0));
    return length;
  }

  private static void tell(long have, long length) {
    if (length > 0) {
      System.out.println(have + " of " + length + " bytes, " + 100 * have / length + " %");
    } else {
      System.out.println(have + " bytes");
    }
  }
}
