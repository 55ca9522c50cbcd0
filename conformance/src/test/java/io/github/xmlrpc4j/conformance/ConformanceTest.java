package io.github.xmlrpc4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case against each reader of this project: what comes is what the case's file states. */
class ConformanceTest {
  private static final List<ConformanceCase> CASES = ConformanceCase.all();
  private static final OurServer SERVER = new OurServer(CASES);

  static Stream<ConformanceCase> all() {
    return CASES.stream();
  }

  static Stream<ConformanceCase> calls() {
    return all().filter(ConformanceCase::isCall);
  }

  static Stream<ConformanceCase> responses() {
    return all().filter(one -> !one.isCall());
  }

  static Stream<ConformanceCase> values() {
    return all().filter(one -> one.json() != null);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void theByteReaderReadsWhatIsStated(ConformanceCase one) {
    for (Dialect dialect : OurReaders.DIALECTS) {
      assertCame(one, dialect, one.verdict(dialect), OurReaders.document(one, dialect));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void theServerGivesItsMethodWhatIsStated(ConformanceCase one) {
    for (Dialect dialect : OurReaders.DIALECTS) {
      Outcome stated = one.verdict(dialect).withoutDeviations();
      assertCame(one, dialect, stated, SERVER.answer(one, dialect));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("responses")
  void theClientGivesItsCallerWhatIsStated(ConformanceCase one) {
    for (Dialect dialect : OurReaders.DIALECTS) {
      Outcome stated = one.verdict(dialect).withoutDeviations();
      assertCame(one, dialect, stated, OurReaders.client(one, dialect));
    }
  }

  private static void assertCame(
      ConformanceCase one, Dialect dialect, Outcome stated, Outcome came) {
    String where = one + "\nread by the dialect " + dialect.name() + ", stated in " + one.path();
    assertThat(stated.orStated(came).toString()).as(where).isEqualTo(stated.toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void theValueReaderGivesTheValuesAgain(ConformanceCase one) {
    if (one.isCall()) {
      for (Value param : OurReaders.call(one).params()) {
        assertThat(WireReader.of(param).readValue()).isEqualTo(param);
      }
      return;
    }
    MethodResponse response = OurReaders.response(one);
    if (response instanceof MethodResponse.Success success) {
      assertThat(WireReader.of(success.value()).readValue()).isEqualTo(success.value());
    } else {
      Fault fault = ((MethodResponse.Failure) response).fault();
      assertThat(Fault.read(WireReader.of(fault.toValue()))).isEqualTo(fault);
    }
  }
}
