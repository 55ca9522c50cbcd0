package io.github.xmlrpc4j.samples.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SpreadTest {
  private static final String PRIMES = "there are 1229 primes below 10000";

  @Test
  void javaSpreadsWorkOverPythonAndJavaWorkers() {
    try (Program one = Program.python("spread.py", "worker");
        Program two = Program.python("spread.py", "worker");
        Program three = Program.java("worker", "--port", 0);
        Program client = client(one.port(), two.port(), three.port())) {
      assertThat(client.rest()).containsExactly(PRIMES);
    }
  }

  @Test
  void pythonSpreadsWorkOverJavaWorkers() {
    try (Program one = Program.java("worker", "--port", 0);
        Program two = Program.java("worker", "--port", 0);
        Program client = Program.python("spread.py", "client", uri(one.port()), uri(two.port()))) {
      assertThat(client.rest()).containsExactly(PRIMES);
    }
  }

  @Test
  void withoutWorkersJavaStartsItsOwn() {
    try (Program client = Program.java("spread", "--below", 10_000)) {
      assertThat(client.rest()).containsExactly(PRIMES);
    }
  }

  @Test
  void thePartOfAWorkerThatDiesGoesToTheOthers() {
    try (Program fragile = Program.python("spread.py", "fragile");
        Program steady = Program.python("spread.py", "worker")) {
      int port = fragile.port();
      try (Program client = client(port, steady.port())) {
        assertThat(client.line()).startsWith("gone: http://127.0.0.1:" + port + "/RPC2 primes: ");
        assertThat(client.rest()).containsExactly(PRIMES);
      }
    }
  }

  @Test
  void whenNoWorkerIsLeftTheRestOfTheWorkIsTold() {
    try (Program fragile = Program.python("spread.py", "fragile");
        Program client = client(fragile.port())) {
      assertThat(client.rest()).last().isEqualTo("spread: no worker is left, and 20 parts are");
      assertThat(client.status()).isEqualTo(1);
    }
  }

  @Test
  void aFaultOfAWorkerIsTold() {
    try (Program stranger = Program.python("spread.py", "stranger")) {
      int port = stranger.port();
      try (Program client = client(port)) {
        assertThat(client.rest())
            .containsExactly(
                "spread: http://127.0.0.1:"
                    + port
                    + "/RPC2 primes: fault 1: <class 'Exception'>:method \"primes\" is not supported");
        assertThat(client.status()).isEqualTo(1);
      }
    }
  }

  @Test
  void anAddressOfAWorkerThatIsNoneIsNamed() {
    try (Program client = Program.java("spread", "--workers", "nowhere")) {
      assertThat(client.line()).startsWith("spread: --workers: ");
      assertThat(client.status()).isEqualTo(2);
    }
  }

  private static Program client(int... ports) {
    StringBuilder workers = new StringBuilder();
    for (int port : ports) {
      workers.append(workers.length() == 0 ? "" : ",").append(uri(port));
    }
    return Program.java("spread", "--workers", workers, "--below", 10_000);
  }

  private static String uri(int port) {
    return "http://127.0.0.1:" + port;
  }
}
