package io.github.xmlrpc4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xmlrpc4j.client.BadResponseException;
import io.github.xmlrpc4j.client.CallException;
import io.github.xmlrpc4j.client.ResponseLimitException;
import io.github.xmlrpc4j.client.ResultMismatchException;
import io.github.xmlrpc4j.client.ServerFaultException;
import io.github.xmlrpc4j.client.ServerProxy;
import io.github.xmlrpc4j.client.Transport;
import io.github.xmlrpc4j.wire.Deviation;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.LimitExceededException;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.NotWellFormedException;
import io.github.xmlrpc4j.wire.NotXmlRpcException;
import io.github.xmlrpc4j.wire.Sighting;
import io.github.xmlrpc4j.wire.TypeMismatchException;
import io.github.xmlrpc4j.wire.Value;
import io.github.xmlrpc4j.wire.WireException;
import java.nio.ByteBuffer;
import java.util.List;

/** What this project's own readers make of a document: the bare one, and the client. */
final class OurReaders {
  private static final String PLACE_OF_NO_SERVER = "http://127.0.0.1:1";

  /** A dialect that accepts all that can be accepted. */
  private static final Dialect EVERY = Dialect.LENIENT.accepting(Deviation.values()).named("every");

  /** The dialects by which each case is read. */
  static final List<Dialect> DIALECTS = List.of(Dialect.STRICT, Dialect.LENIENT, EVERY);

  private OurReaders() {}

  // ---- the byte reader

  static Outcome document(ConformanceCase one, Dialect dialect) {
    try {
      DocumentReader in = DocumentReader.of(one.document(), dialect, Limits.DEFAULT);
      String json = one.isCall() ? Json.of(MethodCall.read(in)) : Json.of(MethodResponse.read(in));
      return Outcome.value(json, in.sightings().stream().map(OurReaders::sighting).toList());
    } catch (WireException e) {
      Problem problem = Problem.of(e);
      assertThat(e).isInstanceOf(type(problem.kind()));
      return Outcome.refused(problem);
    }
  }

  /** A call that some dialect reads. */
  static MethodCall call(ConformanceCase one) {
    return MethodCall.read(one.document(), EVERY, Limits.DEFAULT);
  }

  /** A response that some dialect reads. */
  static MethodResponse response(ConformanceCase one) {
    return MethodResponse.read(one.document(), EVERY, Limits.DEFAULT);
  }

  private static String sighting(Sighting sighting) {
    return sighting.deviation() + " " + Problem.place(sighting.position());
  }

  private static Class<? extends WireException> type(Problem.Kind kind) {
    return switch (kind) {
      case NotWellFormed, UnsupportedEncoding, InvalidCharacter -> NotWellFormedException.class;
      case NotXmlRpc -> NotXmlRpcException.class;
      case LimitExceeded -> LimitExceededException.class;
      case TypeMismatch -> TypeMismatchException.class;
    };
  }

  // ---- the client

  /** What a caller is given whom a server answers with the document. */
  static Outcome client(ConformanceCase one, Dialect dialect) {
    Transport transport =
        request -> new Transport.Reply(200, "OK", List.of(), ByteBuffer.wrap(one.document()));
    ServerProxy.Builder builder = ServerProxy.builder(PLACE_OF_NO_SERVER).dialect(dialect);
    try (ServerProxy proxy = builder.transport(transport).build()) {
      Value result = proxy.call("m");
      return Outcome.value(Json.of(new MethodResponse.Success(result)), List.of());
    } catch (ServerFaultException e) {
      Fault fault = e.fault();
      return Outcome.value(Json.of(fault), List.of());
    } catch (CallException e) {
      Problem problem = Problem.of((WireException) e.getCause());
      assertThat(e).isInstanceOf(clientType(problem.kind()));
      return Outcome.refused(problem);
    }
  }

  private static Class<? extends CallException> clientType(Problem.Kind kind) {
    return switch (kind) {
      case LimitExceeded -> ResponseLimitException.class;
      case TypeMismatch -> ResultMismatchException.class;
      default -> BadResponseException.class;
    };
  }
}
