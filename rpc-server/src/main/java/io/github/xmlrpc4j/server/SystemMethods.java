package io.github.xmlrpc4j.server;

import io.github.xmlrpc4j.contract.Signature;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.Extension;
import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.FaultException;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.Value;
import java.util.List;
import java.util.Map;

/**
 * The methods by which a server tells what it serves, after the introspection specification
 * (http://xmlrpc-c.sourceforge.net/introspection.html).
 */
final class SystemMethods {
  private static final String INTROSPECTION = "http://xmlrpc-c.sourceforge.net/introspection.html";

  private final Map<String, BoundMethod> methods;
  private final Dialect dialect;

  /**
   * Creates the methods.
   *
   * @param methods the table that they tell of, which may grow until the first call
   */
  SystemMethods(Map<String, BoundMethod> methods, Dialect dialect) {
    this.methods = methods;
    this.dialect = dialect;
  }

  List<MethodDefinition> definitions() {
    return List.of(
        MethodDefinition.of("system.listMethods", Value.class, this::listMethods)
            .withSignatures(List.of(Signature.of(Kind.ARRAY)))
            .withHelp("Returns the names of all methods of this server, in order."),
        MethodDefinition.of(
                "system.methodSignature", String.class, Value.class, this::methodSignature)
            .withSignatures(List.of(Signature.of(Kind.ARRAY, Kind.STRING)))
            .withHelp(
                "Returns the signatures of a method: an array for each, with the type of the"
                    + " result first and those of the parameters after it. Where the types are"
                    + " open, it returns the string undef."),
        MethodDefinition.of("system.methodHelp", String.class, String.class, this::methodHelp)
            .withHelp("Returns what a method does, in words; an empty string if nobody has said."),
        MethodDefinition.of("system.getCapabilities", Value.class, this::getCapabilities)
            .withSignatures(List.of(Signature.of(Kind.STRUCT)))
            .withHelp(
                "Returns the specifications that this server follows: a struct for each, with"
                    + " specUrl and specVersion."));
  }

  private Value listMethods() {
    return new Value.Array(methods.keySet().stream().sorted().map(Value::of).toList());
  }

  private Value methodSignature(String name) {
    List<Signature> signatures = method(name).signatures();
    if (signatures.isEmpty()) {
      return Value.of("undef");
    }
    return new Value.Array(
        signatures.stream()
            .<Value>map(
                signature ->
                    new Value.Array(signature.typeNames().stream().map(Value::of).toList()))
            .toList());
  }

  private String methodHelp(String name) {
    return method(name).help();
  }

  private BoundMethod method(String name) {
    BoundMethod method = name == null ? null : methods.get(name);
    if (method == null) {
      throw new FaultException(
          FaultCodes.INVALID_PARAMS,
          "params[0]: there is no method \""
              + name
              + "\"; system.listMethods tells which there are");
    }
    return method;
  }

  private Value getCapabilities() {
    Value.Struct capabilities =
        Value.Struct.empty()
            .with("xmlrpc", specification("http://xmlrpc.com/spec.md", 1))
            .with(
                "faults_interop",
                specification(
                    "http://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php", 20010516))
            .with("introspection", specification(INTROSPECTION, 1))
            .with(
                "system.multicall",
                specification("http://mirrors.talideon.com/articles/multicall.html", 1));
    return dialect.writes(Extension.NIL)
        ? capabilities.with(
            "nil", specification("http://ontosys.com/xml-rpc/extensions.php", 20010518))
        : capabilities;
  }

  private static Value specification(String url, int version) {
    return Value.Struct.empty()
        .with("specUrl", Value.of(url))
        .with("specVersion", Value.of(version));
  }
}
