package io.github.xmlrpc4j.samples.sockets;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page, and the pages that its links lead to: each once, on the same server, up to a number. */
final class Links {
  static final String USAGE = "links URL [--pages COUNT]";

  private static final Pattern HREF = Pattern.compile("href=\"([^\"#]+)[\"#]");

  private Links() {}

  static void run(String... args) throws IOException {
    Options options = Options.of(USAGE, args);
    URI first = Page.uri(options, options.place(0, ""));
    Deque<URI> waiting = new ArrayDeque<>(Set.of(first));
    Set<URI> seen = new HashSet<>(waiting);
    for (int left = options.number("--pages", 10); left > 0 && !waiting.isEmpty(); left--) {
      URI uri = waiting.remove();
      Matcher link = HREF.matcher(read(uri, uri.equals(first)));
      while (link.find()) {
        URI target = resolve(uri, link.group(1));
        if (Objects.equals(target.getAuthority(), first.getAuthority()) && seen.add(target)) {
          waiting.add(target);
        }
      }
    }
  }

  /** The text of a page; a link may be dead, which is told, but the first page has to be there. */
  private static String read(URI uri, boolean needed) throws IOException {
    try (Page page = Page.open(uri)) {
      String text = page.text();
      System.out.println(uri + ": " + text.lines().count() + " lines");
      return text;
    } catch (IOException e) {
      if (needed) {
        throw e;
      }
      System.out.println(e.getMessage());
      return "";
    }
  }

  /** Where a link leads; one that is no address leads back to its page. */
  private static URI resolve(URI page, String link) {
    try {
      return page.resolve(link);
    } catch (IllegalArgumentException e) {
      return page;
    }
  }
}
