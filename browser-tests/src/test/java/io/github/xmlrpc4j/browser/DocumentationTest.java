package io.github.xmlrpc4j.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.github.xmlrpc4j.server.functions.BuiltInFunctions;
import io.github.xmlrpc4j.server.jetty.RpcServer;
import io.github.xmlrpc4j.wire.Limits;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as something to read: on screens of all kinds, with script and without. */
@ExtendWith(Chromium.class)
final class DocumentationTest {
  private static final List<String> FUNCTIONS =
      List.of(
          "add",
          "addTogether",
          "addtogether",
          "divide",
          "multiply",
          "quadratic",
          "quadratic.roots",
          "subtract",
          "system.getCapabilities",
          "system.listMethods",
          "system.methodHelp",
          "system.methodSignature",
          "system.multicall");

  private final Browser browser;
  private final RpcServer server =
      RpcServer.builder().methods(BuiltInFunctions.all(Limits.DEFAULT)).start();

  DocumentationTest(Browser browser) {
    this.browser = browser;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void withoutJavaScriptItIsDocumentation() {
    try (Visit visit =
        Visit.to(
            browser, server.port(), new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = visit.page();

      assertThat(page).hasTitle("XML-RPC at 127.0.0.1:" + server.port());
      assertThat(page.getByRole(AriaRole.HEADING, level(2)).allTextContents()).isEqualTo(FUNCTIONS);
      assertThat(page.locator("nav a").allTextContents()).isEqualTo(FUNCTIONS);
      assertThat(page.locator("button, input, select, textarea")).hasCount(0);
      Locator divide = page.locator("article", new Page.LocatorOptions().setHasText("divide("));
      assertThat(divide.first())
          .containsText("Returns x / y of two numbers, rounded down to a whole number");
      divide.first().getByText("All 9 signatures").click();
      assertThat(divide.first().getByText("divide(int, double) → double")).isVisible();
    }
  }

  private static Page.GetByRoleOptions level(int level) {
    return new Page.GetByRoleOptions().setLevel(level);
  }

  @Test
  void theSearchLeavesWhatHasAllWordsInItsNameOrHelp() {
    try (Visit visit = Visit.to(browser, server.port())) {
      Page page = visit.page();
      Locator search = page.getByRole(AriaRole.SEARCHBOX);

      search.fill("ROOTS real");
      assertThat(shown(page)).containsExactly("quadratic.roots");
      assertThat(page.locator("nav li:visible").allTextContents())
          .containsExactly("quadratic.roots");
      assertThat(page.locator(".count")).hasText("1 of 13");
      assertThat(page.getByRole(AriaRole.STATUS)).hasText("1 of 13 functions");

      search.fill("nobody has this");
      assertThat(shown(page)).isEmpty();

      search.press("Escape");
      assertThat(shown(page)).isEqualTo(FUNCTIONS);
      assertThat(page.locator(".count")).hasText("");
    }
  }

  private static List<String> shown(Page page) {
    return page.locator("article:visible h2").allTextContents();
  }

  @Test
  void aLinkOfTheIndexLeadsToItsFunction() {
    try (Visit visit = Visit.to(browser, server.port())) {
      visit.page().locator("nav a", new Page.LocatorOptions().setHasText("subtract")).click();

      assertThat(visit.page()).hasURL(server.uri().resolve("/#function/subtract").toString());
      assertThat(visit.page().locator("article:target h2")).hasText("subtract");
      assertThat(visit.page().locator("article:target h2")).isInViewport();
    }
  }

  private static final String TOO_WIDE =
      """
      () => [...document.querySelectorAll("main *, header *, aside *, nav *, footer *")]
        .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth)
        .map(each => `${each.tagName} ${each.className} "${each.textContent.slice(0, 30)}"`)
      """;

  @Test
  void noWidthScrollsSideways() {
    try (Visit visit = Visit.to(browser, server.port())) {
      assertNoSidewaysScroll(visit.page());
      fillAndCall(visit);
      assertNoSidewaysScroll(visit.page());
    }
  }

  private static void assertNoSidewaysScroll(Page page) {
    for (int width : new int[] {320, 390, 800, 1280}) {
      page.setViewportSize(width, 800);
      assertThat(
              page.evaluate(
                  "() => document.documentElement.scrollWidth"
                      + " - document.documentElement.clientWidth"))
          .as("at %s pixels, of which these take more: %s", width, page.evaluate(TOO_WIDE))
          .isEqualTo(0);
    }
  }

  /** Opens all that can be open: a form with a result, code, and the tray. */
  private static void fillAndCall(Visit visit) {
    Locator sum = visit.open("addtogether");
    Visit.give(sum, 1, "string", "a".repeat(500) + " <&> é \uD83D\uDE00");
    assertThat(Visit.call(sum)).isEqualTo("Value");
    Visit.press(sum, "Collect");
    Locator quotient = visit.open("divide");
    Visit.give(quotient, 1, "int", "7");
    Visit.press(quotient, "Call");
    assertThat(quotient.getByRole(AriaRole.TEXTBOX).last()).hasAttribute("aria-invalid", "true");
    Visit.give(quotient, 2, "int", "0");
    assertThat(Visit.call(quotient)).isEqualTo("Fault -32500");
    Visit.press(quotient, "Collect");
    Locator product = visit.open("multiply");
    Visit.give(product, 1, "int", "6");
    Visit.give(product, 2, "int", "7");
    Visit.press(product, "Code");
    visit.page().getByText("Multicall · 2 calls").click();
    visit.button("Call all").click();
    assertThat(visit.page().locator(".tray .verdict")).isVisible();
  }

  @Test
  void inTheDarkItIsDark() {
    assertThat(brightness(ColorScheme.LIGHT)).isGreaterThan(240);
    assertThat(brightness(ColorScheme.DARK)).isLessThan(40);
  }

  private int brightness(ColorScheme scheme) {
    try (Visit visit =
        Visit.to(browser, server.port(), new Browser.NewContextOptions().setColorScheme(scheme))) {
      return (int)
          visit
              .page()
              .evaluate(
                  "() => Number(getComputedStyle(document.documentElement).backgroundColor"
                      + ".match(/\\d+/)[0])");
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 390"})
  void nobodyIsShutOut(ColorScheme scheme, int width) throws Exception {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 860);
    try (Visit visit = Visit.to(browser, server.port(), options)) {
      fillAndCall(visit);
      assertThat(Axe.violations(visit.page())).isEmpty();
    }
  }
}
