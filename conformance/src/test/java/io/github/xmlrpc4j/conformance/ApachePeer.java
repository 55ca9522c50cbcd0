package io.github.xmlrpc4j.conformance;

import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.apache.xmlrpc.parser.XmlRpcRequestParser;
import org.apache.xmlrpc.parser.XmlRpcResponseParser;
import org.xml.sax.SAXException;

/** Apache XML-RPC's parsers, extensions on. */
final class ApachePeer {
  private static final String VERSION =
      "/META-INF/maven/com.evolvedbinary.thirdparty.org.apache.xmlrpc/xmlrpc-common/pom.properties";

  private final Apache apache = new Apache(true);

  private ApachePeer() {}

  static Peer read(List<ConformanceCase> cases) {
    ApachePeer peer = new ApachePeer();
    return new Peer("Apache XML-RPC " + version(), cases.stream().map(peer::answer).toList());
  }

  private static String version() {
    try (var in = ApachePeer.class.getResourceAsStream(VERSION)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  // Whatever the parsers throw, an Error too, is their answer.
  @SuppressWarnings("CatchAndPrintStackTrace")
  private Peer.Answer answer(ConformanceCase one) {
    try {
      return new Peer.Answer(one.isCall() ? call(one.document()) : response(one.document()), null);
    } catch (SAXException e) {
      return error(e.getException() == null ? e : e.getException());
    } catch (Exception | StackOverflowError e) {
      return error(e);
    }
  }

  /** Which error of input and output it is differs between versions of the JDK. */
  private static Peer.Answer error(Throwable e) {
    return new Peer.Answer(
        null, e instanceof IOException ? "IOException" : e.getClass().getSimpleName());
  }

  private String call(byte[] document) throws Exception {
    XmlRpcRequestParser parser = apache.call(document);
    List<?> params = parser.getParams() == null ? List.of() : parser.getParams();
    String name = String.valueOf(parser.getMethodName());
    return Plain.json(new MethodCall(name, params.stream().map(ApacheValues::value).toList()));
  }

  private String response(byte[] document) throws Exception {
    XmlRpcResponseParser parser = apache.response(document);
    if (parser.isSuccess()) {
      Value result = ApacheValues.value(parser.getResult());
      return Plain.json(new MethodResponse.Success(result));
    }
    return Json.of(new Fault(parser.getErrorCode(), String.valueOf(parser.getErrorMessage())));
  }
}
