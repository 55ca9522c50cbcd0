package io.github.xmlrpc4j.conformance;

import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.MethodCall;
import io.github.xmlrpc4j.wire.MethodResponse;
import io.github.xmlrpc4j.wire.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.apache.xmlrpc.parser.XmlRpcRequestParser;
import org.apache.xmlrpc.parser.XmlRpcResponseParser;
import org.apache.xmlrpc.util.SAXParsers;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Apache XML-RPC's parsers, set up as its server and its client do it, extensions on. */
final class ApachePeer {
  private static final String VERSION =
      "/META-INF/maven/com.evolvedbinary.thirdparty.org.apache.xmlrpc/xmlrpc-common/pom.properties";

  private final XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
  private final XmlRpcClient client = new XmlRpcClient();

  private ApachePeer() {
    config.setEnabledForExtensions(true);
    config.setTimeZone(TimeZone.getTimeZone("UTC"));
    client.setConfig(config);
  }

  static Peer read(List<ConformanceCase> cases) {
    ApachePeer apache = new ApachePeer();
    return new Peer("Apache XML-RPC " + version(), cases.stream().map(apache::answer).toList());
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
    XmlRpcRequestParser parser = new XmlRpcRequestParser(config, client.getTypeFactory());
    parse(document, parser);
    List<?> params = parser.getParams() == null ? List.of() : parser.getParams();
    String name = String.valueOf(parser.getMethodName());
    return Plain.json(new MethodCall(name, params.stream().map(ApachePeer::value).toList()));
  }

  private String response(byte[] document) throws Exception {
    XmlRpcResponseParser parser = new XmlRpcResponseParser(config, client.getTypeFactory());
    parse(document, parser);
    if (parser.isSuccess()) {
      return Plain.json(new MethodResponse.Success(value(parser.getResult())));
    }
    return Json.of(new Fault(parser.getErrorCode(), String.valueOf(parser.getErrorMessage())));
  }

  private static void parse(byte[] document, ContentHandler handler) throws Exception {
    XMLReader reader = SAXParsers.newXMLReader();
    reader.setContentHandler(handler);
    reader.parse(new InputSource(new ByteArrayInputStream(document)));
  }

  private static Value value(@Nullable Object object) {
    if (object == null) {
      return Value.nil();
    } else if (object instanceof Byte || object instanceof Short || object instanceof Integer) {
      return Value.of(((Number) object).intValue());
    } else if (object instanceof Long number) {
      return Value.of(number);
    } else if (object instanceof Boolean truth) {
      return Value.of(truth);
    } else if (object instanceof Float || object instanceof Double) {
      return Value.of(Double.parseDouble(object.toString()));
    } else if (object instanceof BigInteger number) {
      return Value.of(number);
    } else if (object instanceof BigDecimal number) {
      return new Value.Decimal(number);
    } else if (object instanceof byte[] bytes) {
      return Value.Bytes.of(bytes);
    } else if (object instanceof Date || object instanceof Calendar) {
      return time(object);
    } else if (object instanceof Object[] array) {
      return new Value.Array(Arrays.stream(array).map(ApachePeer::value).toList());
    } else if (object instanceof Map<?, ?> map) {
      Map<String, Value> members = new LinkedHashMap<>();
      map.forEach((name, member) -> members.put(String.valueOf(name), value(member)));
      return new Value.Struct(members);
    }
    return Value.of(object instanceof String text ? text : object.getClass().getSimpleName());
  }

  private static Value time(Object object) {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    if (object instanceof Calendar other) {
      calendar = other;
    } else {
      calendar.setTime((Date) object);
    }
    LocalDateTime local =
        LocalDateTime.of(
            calendar.get(Calendar.YEAR),
            calendar.get(Calendar.MONTH) + 1,
            calendar.get(Calendar.DAY_OF_MONTH),
            calendar.get(Calendar.HOUR_OF_DAY),
            calendar.get(Calendar.MINUTE),
            calendar.get(Calendar.SECOND),
            calendar.get(Calendar.MILLISECOND) * 1_000_000);
    int millis = calendar.get(Calendar.ZONE_OFFSET) + calendar.get(Calendar.DST_OFFSET);
    return object instanceof Date
        ? Value.Time.of(local)
        : Value.Time.of(local.atOffset(ZoneOffset.ofTotalSeconds(millis / 1_000)));
  }
}
