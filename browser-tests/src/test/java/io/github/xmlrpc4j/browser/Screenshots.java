package io.github.xmlrpc4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
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
  private static final int CALLS = 50;

  private final Browser browser;
  private final Path folder = Path.of(System.getProperty("screenshots"));

  Screenshots(Browser browser) {
    this.browser = browser;
  }

  @Test
  void take() {
    take("page.png", 1120, 820, ColorScheme.LIGHT);
    take("page-dark.png", 1120, 820, ColorScheme.DARK);
    take("page-phone.png", 390, 820, ColorScheme.LIGHT);
  }

  private void take(String file, int width, int height, ColorScheme scheme) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE);
    try (RpcServer server =
            RpcServer.builder().port(7001).methods(BuiltInFunctions.all(Limits.DEFAULT)).start();
        Visit visit = Visit.to(browser, server.port(), options)) {
      Locator form = visit.open("add");
      Visit.give(form, 1, "int", "7");
      Visit.give(form, 2, "int", "3");
      // The first calls of a server take longer than a picture should tell.
      for (int i = 0; i < CALLS; i++) {
        assertThat(Visit.call(form)).isEqualTo("Value");
      }
      visit.page().mouse().move(0, 0);
      visit.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(file)));
    }
  }
}
