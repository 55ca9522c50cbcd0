package io.github.xmlrpc4j.benchmarks;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Whole servers under load, each in a process of its own, in turn and round by round. All are
 * started, checked and warmed up before the first round; who is not asked has nothing to do.
 */
final class ServerRounds {
  private static final List<Payload> PAYLOADS =
      List.of(Payload.SMALL, Payload.STRUCTS, Payload.INTS, Payload.BASE64);

  private final Map<ServerContender, ServerProcess> servers = new EnumMap<>(ServerContender.class);
  private final Map<Payload, Path> documents = new EnumMap<>(Payload.class);
  private final int largeRounds;
  private final int seconds;
  private final int smallWarmUp;
  private final int structsWarmUp;

  private ServerRounds(int largeRounds, int seconds, int smallWarmUp, int structsWarmUp) {
    this.largeRounds = largeRounds;
    this.seconds = seconds;
    this.smallWarmUp = smallWarmUp;
    this.structsWarmUp = structsWarmUp;
  }

  /**
   * Takes the number of rounds, in how many of them the large payloads take part (if in one, not
   * those of slow servers), the seconds for each payload, and those for which servers on the JVM
   * warm up with the small call and with the structs; then, if not all contenders are to run, their
   * names.
   */
  public static void main(String[] args) throws Exception {
    ServerRounds all =
        new ServerRounds(
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]),
            Integer.parseInt(args[4]));
    List<String> names = Arrays.asList(args).subList(5, args.length);
    try {
      all.start(names);
      for (int round = 0; round < Integer.parseInt(args[0]); round++) {
        all.round(round < all.largeRounds);
      }
    } finally {
      all.end();
    }
  }

  private void start(List<String> names) throws Exception {
    for (Payload payload : PAYLOADS) {
      Path document = Files.createTempFile("call", ".xml");
      Files.write(document, payload.call().write());
      documents.put(payload, document);
    }
    for (ServerContender contender : ServerContender.values()) {
      if (!names.isEmpty() && !names.contains(contender.name())) {
        continue;
      }
      if (!contender.isAvailable()) {
        System.err.println(contender.title() + " is left out: it is not to be had here");
        continue;
      }
      ServerProcess server = ServerProcess.start(contender.command());
      servers.put(contender, server);
      for (Payload payload : PAYLOADS) {
        if (takes(contender, payload)) {
          check(contender, server, payload);
        }
      }
      if (contender.warmsUp()) {
        // The small call last: what the others do for the first time has its code compiled anew.
        load(server, Payload.BASE64, seconds);
        load(server, Payload.INTS, seconds);
        load(server, Payload.STRUCTS, structsWarmUp);
        load(server, Payload.SMALL, smallWarmUp);
      }
    }
  }

  private boolean takes(ServerContender contender, Payload payload) {
    return !payload.isLarge() || largeRounds > 1 || !contender.isSlow();
  }

  private void check(ServerContender contender, ServerProcess server, Payload payload)
      throws Exception {
    byte[] document = Files.readAllBytes(requireNonNull(documents.get(payload)));
    byte[] answer = Load.post(server.uri(), document);
    if (contender.isBare()) {
      require(Arrays.equals(answer, BareHandler.fixed(document)), contender, payload);
    } else {
      Value value = MethodResponse.read(answer).orElseThrow();
      Value result = payload.result();
      boolean exact = contender != ServerContender.ABYSS;
      require(exact ? value.equals(result) : almost(value, result), contender, payload);
    }
  }

  private static void require(boolean right, ServerContender contender, Payload payload) {
    if (!right) {
      throw new IllegalStateException(contender + " answers otherwise to " + payload);
    }
  }

  /** Whether doubles are the same but for their last digits: xmlrpc-c makes others of 0.375. */
  private static boolean almost(Value value, Value expected) {
    if (value instanceof Value.Real one && expected instanceof Value.Real other) {
      return Math.abs(one.value() - other.value()) < 1e-9;
    }
    if (value instanceof Value.Array one && expected instanceof Value.Array other) {
      return almost(one.values(), other.values());
    }
    if (value instanceof Value.Struct one && expected instanceof Value.Struct other) {
      return one.members().keySet().equals(other.members().keySet())
          && almost(
              one.members().values(),
              one.members().keySet().stream().map(other.members()::get).toList());
    }
    return value.equals(expected);
  }

  private static boolean almost(Collection<Value> values, Collection<Value> expected) {
    Iterator<Value> others = expected.iterator();
    return values.size() == expected.size()
        && values.stream().allMatch(value -> almost(value, others.next()));
  }

  private void round(boolean withLarge) throws Exception {
    for (Payload payload : PAYLOADS) {
      if (payload.isLarge() && !withLarge) {
        continue;
      }
      for (Map.Entry<ServerContender, ServerProcess> server : servers.entrySet()) {
        if (takes(server.getKey(), payload)) {
          double before = server.getValue().cpuMicros();
          Load load = load(server.getValue(), payload, seconds);
          double cpu = server.getValue().cpuMicros() - before;
          String who = server.getKey().title();
          String work = payload.title();
          Rounds.print(who, work, "calls/s", load.rate());
          Rounds.print(who, work, "p50 ms", load.p50());
          Rounds.print(who, work, "p99 ms", load.p99());
          Rounds.print(who, work, "server CPU us", cpu / load.calls());
        }
      }
    }
  }

  private Load load(ServerProcess server, Payload payload, int time) throws Exception {
    Path document = requireNonNull(documents.get(payload));
    if (payload.isLarge()) {
      byte[] body = Files.readAllBytes(document);
      return Load.threads(2, Duration.ofSeconds(time), () -> () -> Load.post(server.uri(), body));
    }
    return Load.wrk(server.uri(), document, payload == Payload.SMALL ? 32 : 8, time);
  }

  private void end() throws Exception {
    servers.values().forEach(ServerProcess::close);
    for (Path document : documents.values()) {
      Files.delete(document);
    }
  }
}
