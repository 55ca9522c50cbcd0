package io.github.xmlrpc4j.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pictures of the page in the docs; screenshots.sh runs this. */
@ExtendWith(Chromium.class)
@EnabledIfSystemProperty(named = "screenshots", matches = ".+", disabledReason = "no folder named")
final class Screenshots {
  private final Browser browser;
  private final Path folder = Path.of(System.getProperty("screenshots"));

  Screenshots(Browser browser) {
    this.browser = browser;
  }

  @Test
  void take() {
    take("page.png", 1120, 700, ColorScheme.LIGHT);
    take("page-dark.png", 1120, 700, ColorScheme.DARK);
    take("page-phone.png", 390, 780, ColorScheme.LIGHT);
  }

  private void take(String file, int width, int height, ColorScheme scheme) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme);
    try (RpcServer server =
            RpcServer.builder().port(7001).methods(BuiltInFunctions.all(Limits.DEFAULT)).start();
        Visit visit = Visit.to(browser, server.port(), options)) {
      Locator form = visit.open("quadratic");
      Visit.give(form, 1, "int", "2");
      Visit.give(form, 2, "int", "-4");
      Visit.give(form, 3, "double", "0.0");
      String unused = Visit.call(form);
      visit.page().evaluate("() => document.getElementById('function/quadratic').scrollIntoView()");
      visit.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(file)));
    }
  }
}
