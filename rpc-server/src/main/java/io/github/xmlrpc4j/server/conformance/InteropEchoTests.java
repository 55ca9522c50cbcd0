package io.github.xmlrpc4j.server.conformance;

import io.github.xmlrpc4j.contract.Signature;
import io.github.xmlrpc4j.server.MethodDefinition;
import io.github.xmlrpc4j.wire.Kind;
import io.github.xmlrpc4j.wire.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code interopEchoTests.*}: each returns its argument as it came. */
final class InteropEchoTests {
  private static final String PREFIX = "interopEchoTests.";

  private InteropEchoTests() {}

  static List<MethodDefinition> all(String version, String operatingSystem) {
    List<MethodDefinition> all =
        new ArrayList<>(
            List.of(
                echo("echoString", Kind.STRING),
                echo("echoInteger", Kind.INT),
                echo("echoBoolean", Kind.BOOLEAN),
                echo("echoFloat", Kind.DOUBLE),
                echo("echoStruct", Kind.STRUCT),
                echo("echoDate", Kind.TIME),
                echo("echoBase64", Kind.BYTES),
                echoArray("echoStringArray", Kind.STRING),
                echoArray("echoIntegerArray", Kind.INT),
                echoArray("echoFloatArray", Kind.DOUBLE),
                echoArray("echoStructArray", Kind.STRUCT)));
    all.add(
        MethodDefinition.of(PREFIX + "echoValue", 1, (params, context) -> params.get(0))
            .withHelp("Returns its argument, whatever it is."));
    Value toolkit = toolkit(version, operatingSystem);
    all.add(
        MethodDefinition.of(PREFIX + "whichToolkit", Value.class, () -> toolkit)
            .withSignatures(List.of(Signature.of(Kind.STRUCT)))
            .withHelp("Tells what this server is made of."));
    all.add(
        MethodDefinition.of(PREFIX + "noInParams", int.class, () -> 0)
            .withHelp("Takes nothing and returns 0."));
    return List.copyOf(all);
  }

  private static MethodDefinition echo(String name, Kind kind) {
    return MethodDefinition.of(
            PREFIX + name, 1, (params, context) -> Checked.of(kind, params.get(0), "params[0]"))
        .withSignatures(List.of(Signature.of(kind, kind)))
        .withHelp("Returns its argument, of the type " + kind.typeName() + ".");
  }

  private static MethodDefinition echoArray(String name, Kind kind) {
    return MethodDefinition.of(
            PREFIX + name,
            1,
            (params, context) -> {
              int index = 0;
              for (Value element : Checked.array(params.get(0), "params[0]")) {
                Value unused = Checked.of(kind, element, "params[0][" + index++ + "]");
              }
              return params.get(0);
            })
        .withSignatures(List.of(Signature.of(Kind.ARRAY, Kind.ARRAY)))
        .withHelp("Returns its array, whose elements are of the type " + kind.typeName() + ".");
  }

  private static Value toolkit(String version, String operatingSystem) {
    return Value.Struct.empty()
        .with("toolkitDocsUrl", Value.of(""))
        .with("toolkitName", Value.of("xmlrpc4j"))
        .with("toolkitVersion", Value.of(version))
        .with("toolkitOperatingSystem", Value.of(operatingSystem));
  }
}
