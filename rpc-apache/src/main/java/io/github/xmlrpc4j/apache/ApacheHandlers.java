package io.github.xmlrpc4j.apache;

import io.github.xmlrpc4j.contract.Signature;
import io.github.xmlrpc4j.server.CallContext;
import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.XmlRpcHandler;
import org.apache.xmlrpc.XmlRpcRequestConfig;
import org.apache.xmlrpc.common.XmlRpcHttpRequestConfigImpl;
import org.apache.xmlrpc.metadata.XmlRpcListableHandlerMapping;
import org.apache.xmlrpc.server.XmlRpcHandlerMapping;
import org.apache.xmlrpc.server.XmlRpcServerConfigImpl;
import org.apache.xmlrpc.util.HttpUtil;
import org.jspecify.annotations.Nullable;

/**
 * Handlers of Apache XML-RPC as methods of an xmlrpc4j server, which adds {@code system.*} with
 * {@code system.multicall}, limits and keep-alive.
 *
 * <pre>{@code
 * PropertyHandlerMapping mapping = new PropertyHandlerMapping();
 * mapping.addHandler("Calculator", Calculator.class);
 * ApacheHandlers handlers = ApacheHandlers.with(config);
 * RpcServer.builder().dialect(handlers.dialect()).methods(handlers.of(mapping)).start();
 * }</pre>
 *
 * <p>Of the configuration the extensions, the time zone and the encoding of basic authentication
 * are honoured; an {@code encoding} other than UTF-8 and {@code enabledForExceptions} are refused.
 * {@code keepAliveEnabled} and {@code contentLengthOptional} change nothing: connections are kept,
 * a request needs no length, and an answer has one. A handler's request holds an {@code
 * XmlRpcHttpRequestConfig} with the user and the password that were sent, so that an {@code
 * AuthenticationHandler} goes on working. {@link ApacheCodec} tells how values map.
 *
 * <p>An {@link XmlRpcException} of a handler is a fault with its code and message. Any other
 * exception is logged with an id, and the caller is told the id alone.
 */
public final class ApacheHandlers {
  /** What the server has itself. */
  private static final Set<String> SYSTEM =
      Set.of("system.listMethods", "system.methodSignature", "system.methodHelp");

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("int", Kind.INT),
          Map.entry("boolean", Kind.BOOLEAN),
          Map.entry("double", Kind.DOUBLE),
          Map.entry("string", Kind.STRING),
          Map.entry("dateTime.iso8601", Kind.TIME),
          Map.entry("base64", Kind.BYTES),
          Map.entry("array", Kind.ARRAY),
          Map.entry("struct", Kind.STRUCT),
          Map.entry("ex:nil", Kind.NIL),
          Map.entry("ex:i1", Kind.INT),
          Map.entry("ex:i2", Kind.INT),
          Map.entry("ex:i8", Kind.LONG),
          Map.entry("ex:float", Kind.DOUBLE));

  private final boolean extensions;
  private final TimeZone zone;
  private final @Nullable String basicEncoding;
  private final ApacheCodec codec;

  private ApacheHandlers(XmlRpcServerConfigImpl config) {
    this.extensions = config.isEnabledForExtensions();
    this.zone = config.getTimeZone();
    this.basicEncoding = config.getBasicEncoding();
    this.codec = new ApacheCodec(zone);
  }

  /**
   * Handlers that run by a configuration, as it stands now.
   *
   * @throws XmlRpcException if there is a setting in it that cannot be honoured
   */
  public static ApacheHandlers with(XmlRpcServerConfigImpl config) throws XmlRpcException {
    Refusals.checkExceptions(config.isEnabledForExceptions());
    Refusals.checkEncoding(config.getEncoding());
    return new ApacheHandlers(config);
  }

  /** What the server has to write, so that extensions are enabled if they were. */
  public Dialect dialect() {
    return extensions ? Dialect.APACHE : Dialect.LENIENT;
  }

  /**
   * The methods that a mapping lists, such as a {@code PropertyHandlerMapping}. Its own {@code
   * system.*} methods are left out, since the server has them.
   */
  public List<MethodDefinition> of(XmlRpcListableHandlerMapping mapping) throws XmlRpcException {
    List<MethodDefinition> methods = new ArrayList<>();
    for (String name : mapping.getListMethods()) {
      if (!SYSTEM.contains(name)) {
        methods.add(
            method(name, mapping)
                .withHelp(help(mapping.getMethodHelp(name)))
                .withSignatures(signatures(mapping.getMethodSignature(name))));
      }
    }
    return methods;
  }

  /** The methods of some names, of a mapping that cannot list them. */
  public List<MethodDefinition> of(XmlRpcHandlerMapping mapping, String... names) {
    return Arrays.stream(names).map(name -> method(name, mapping)).toList();
  }

  /** A method that a handler is. */
  public MethodDefinition of(String name, XmlRpcHandler handler) {
    return method(name, called -> handler);
  }

  /** A method whose handler is asked for anew at each call, since a mapping may change. */
  @SuppressWarnings("NullAway") // The codec's type is nullable, which NullAway cannot see here.
  private MethodDefinition method(String name, XmlRpcHandlerMapping mapping) {
    return MethodDefinition.of(name, codec, (params, context) -> call(mapping, params, context));
  }

  private @Nullable Object call(
      XmlRpcHandlerMapping mapping, List<@Nullable Object> params, CallContext context)
      throws XmlRpcException {
    String name = context.methodName();
    try {
      return mapping.getHandler(name).execute(new HandlerRequest(config(context), name, params));
    } catch (XmlRpcException e) {
      Fault fault = HandlerFaults.intended(e);
      if (fault != null) {
        throw new FaultException(fault);
      }
      throw e;
    }
  }

  private XmlRpcRequestConfig config(CallContext context) {
    XmlRpcHttpRequestConfigImpl config = new XmlRpcHttpRequestConfigImpl();
    config.setEnabledForExtensions(extensions);
    config.setTimeZone(zone);
    config.setBasicEncoding(basicEncoding);
    HttpUtil.parseAuthorization(config, context.caller().metadata("Authorization"));
    return config;
  }

  /** The help that somebody wrote: the mapping's own names classes, which are nobody's business. */
  private static String help(@Nullable String told) {
    return told == null || told.contains("Invokes the method ") ? "" : told;
  }

  private static List<Signature> signatures(String[][] told) {
    List<Signature> signatures = new ArrayList<>();
    for (String[] types : told) {
      if (types.length > 0 && Arrays.stream(types).allMatch(KINDS::containsKey)) {
        List<Kind> kinds = Arrays.stream(types).map(KINDS::get).toList();
        signatures.add(new Signature(kinds.get(0), kinds.subList(1, kinds.size())));
      }
    }
    return signatures;
  }
}
