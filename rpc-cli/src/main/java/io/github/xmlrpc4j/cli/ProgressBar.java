package io.github.xmlrpc4j.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;

/** How far a batch has come, on standard error, while a person looks on. */
final class ProgressBar {
  private static final int WIDTH = 30;

  private final Terminal terminal;

  /** The size of what is read, in bytes; 0 if it is not known, as of a pipe. */
  private final long size;

  ProgressBar(Terminal terminal) {
    this.terminal = terminal;
    this.size = terminal.errIsSeen() && terminal.in() == System.in ? sizeOfInput() : 0;
  }

  // The stream is not closed: it is the program's own.
  @SuppressWarnings("resource")
  private static long sizeOfInput() {
    FileChannel input = new FileInputStream(FileDescriptor.in).getChannel();
    try {
      return input.size();
    } catch (IOException e) {
      return 0;
    }
  }

  void show(long bytesRead, long calls) {
    if (!terminal.errIsSeen()) {
      return;
    }
    StringBuilder bar = new StringBuilder("\r");
    if (size > 0) {
      int done = (int) Math.min(WIDTH, WIDTH * bytesRead / size);
      bar.append('[').append("=".repeat(done)).append(" ".repeat(WIDTH - done)).append("] ");
      bar.append(Math.min(100, 100 * bytesRead / size)).append(" %  ");
    }
    terminal.err().print(bar.append(calls).append(" calls"));
    terminal.err().flush();
  }

  /** Makes room for other lines. */
  void clear() {
    if (terminal.errIsSeen()) {
      terminal.err().print("\r\u001b[K");
    }
  }
}
