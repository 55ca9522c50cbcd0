package io.github.xmlrpc4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who looks at a server's page. Whatever the browser complains of while they do makes the
 * test fail when they go: a line on its console, a policy that was broken, a request to somewhere
 * else, an answer that is none.
 */
final class Visit implements AutoCloseable {
  private static final double TIMEOUT_MILLIS = 15_000;

  private static final String TELL_VIOLATIONS =
      "addEventListener('securitypolicyviolation',"
          + " event => console.error('policy: ' + event.violatedDirective))";

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visit(BrowserContext context, String address) {
    this.context = context;
    context.setDefaultTimeout(TIMEOUT_MILLIS);
    context.addInitScript(TELL_VIOLATIONS);
    page = context.newPage();
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(error -> complaints.add("error: " + error));
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(
        request -> {
          if (!request.url().startsWith(address)) {
            complaints.add("request to " + request.url());
          }
        });
    page.onResponse(
        response -> {
          if (response.status() >= 400) {
            complaints.add("status " + response.status() + " of " + response.url());
          }
        });
    page.navigate(address);
  }

  /** A visit on a screen of usual size. */
  static Visit to(Browser browser, int port) {
    return to(browser, port, new Browser.NewContextOptions().setViewportSize(1280, 860));
  }

  static Visit to(Browser browser, int port, Browser.NewContextOptions options) {
    return to(browser, "http://127.0.0.1:" + port + "/", options);
  }

  static Visit to(Browser browser, String address, Browser.NewContextOptions options) {
    return new Visit(browser.newContext(options), address);
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Opens the form of a function. */
  Locator open(String function) {
    button("Try " + function).click();
    return form(function);
  }

  Locator form(String function) {
    return page.getByRole(
        AriaRole.FORM, new Page.GetByRoleOptions().setName("Call " + function).setExact(true));
  }

  /** Gives a parameter by its type and the text in its field. */
  static void give(Locator form, int number, String type, String text) {
    form.getByLabel("Type of parameter " + number).selectOption(type);
    field(form, number).fill(text);
  }

  static Locator field(Locator form, int number) {
    return form.getByLabel("Parameter " + number, new Locator.GetByLabelOptions().setExact(true));
  }

  static void press(Locator form, String button) {
    form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  /** Presses Call and waits for what comes of it: the title, as Value or Fault 4. */
  static String call(Locator form) {
    press(form, "Call");
    return verdict(form);
  }

  static String verdict(Locator form) {
    return form.locator(".verdict strong").textContent();
  }

  static String said(Locator form) {
    return form.locator(".said").textContent();
  }

  /** A body on the wire: the request or the response. */
  static String wire(Locator form, String which) {
    return form.getByRole(
            AriaRole.GROUP, new Locator.GetByRoleOptions().setName(which).setExact(true))
        .textContent();
  }

  /** Takes back a complaint that had to come. */
  void expectComplaint(String complaint) {
    assertThat(complaints).contains(complaint);
    complaints.removeIf(complaint::equals);
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
