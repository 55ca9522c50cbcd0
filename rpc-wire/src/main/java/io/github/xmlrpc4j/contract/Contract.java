package io.github.xmlrpc4j.contract;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.wire.bind.Codec;
import io.github.xmlrpc4j.wire.bind.Codecs;
import io.github.xmlrpc4j.wire.bind.Name;
import io.github.xmlrpc4j.wire.bind.StreamCodec;
import io.github.xmlrpc4j.wire.bind.UnboundTypeException;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a type that XML-RPC can call, each worked out and bound to its codecs. Everything
 * is checked here, so that nothing of it can go wrong in a call. It is immutable.
 *
 * <p>The last parameter of a method, and its result, may be a stream; see {@link StreamCodec}.
 */
public final class Contract {
  private final Class<?> type;
  private final List<MethodContract> methods;

  private Contract(Class<?> type, List<MethodContract> methods) {
    this.type = type;
    this.methods = List.copyOf(methods);
  }

  /**
   * The contract that an interface is: all its methods, whether marked or not, but static ones and
   * those with a body that are not marked {@link RpcMethod}.
   *
   * @throws ContractException if a method cannot be bound, with all the problems there are
   */
  public static Contract ofInterface(Class<?> type, Codecs codecs) {
    if (!requireNonNull(type, "type").isInterface()) {
      throw new ContractException(type, List.of("it is no interface"));
    }
    return new Binding(type, codecs).bind(interfaceMethods(type));
  }

  /**
   * The contract that an object's class is: the methods marked {@link RpcMethod}, on it or on what
   * it extends and implements, and all those of interfaces marked {@link RpcService}.
   *
   * @throws ContractException if no method is marked, or one cannot be bound, with all the problems
   *     there are
   */
  public static Contract ofClass(Class<?> type, Codecs codecs) {
    return new Binding(requireNonNull(type, "type"), codecs).bind(markedMethods(type));
  }

  private static List<Method> interfaceMethods(Class<?> type) {
    Map<List<Object>, Method> found = new LinkedHashMap<>();
    Arrays.stream(type.getMethods())
        .filter(Contract::isServed)
        .sorted(
            Comparator.comparing((Method method) -> !method.isAnnotationPresent(RpcMethod.class))
                .thenComparing(Method::toGenericString))
        .forEach(method -> found.putIfAbsent(signature(method), method));
    return List.copyOf(found.values());
  }

  private static boolean isServed(Method method) {
    int modifiers = method.getModifiers();
    return !method.isSynthetic()
        && !Modifier.isStatic(modifiers)
        && (method.isAnnotationPresent(RpcMethod.class)
            || (Modifier.isAbstract(modifiers) && !isOfObject(method)));
  }

  /** Whether an interface only says again what all objects have, as {@code toString()}. */
  private static boolean isOfObject(Method method) {
    return Arrays.stream(Object.class.getMethods())
        .anyMatch(known -> signature(known).equals(signature(method)));
  }

  private static List<Object> signature(Method method) {
    return List.of(method.getName(), List.of(method.getParameterTypes()));
  }

  private static List<Method> markedMethods(Class<?> type) {
    Map<List<Object>, Method> found = new LinkedHashMap<>();
    for (Class<?> ancestor : ancestors(type)) {
      boolean all = ancestor.isInterface() && ancestor.isAnnotationPresent(RpcService.class);
      List<Method> candidates =
          all ? interfaceMethods(ancestor) : Arrays.asList(ancestor.getDeclaredMethods());
      for (Method method : candidates) {
        if (!method.isSynthetic() && (all || method.isAnnotationPresent(RpcMethod.class))) {
          found.putIfAbsent(signature(method), method);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** The type, its superclasses, and all their interfaces. */
  private static Set<Class<?>> ancestors(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      all.add(c);
    }
    for (Class<?> c : List.copyOf(all)) {
      for (Class<?> face : c.getInterfaces()) {
        all.addAll(ancestors(face));
      }
    }
    return all;
  }

  /** The type. */
  public Class<?> type() {
    return type;
  }

  /** The methods, by name. */
  public List<MethodContract> methods() {
    return methods;
  }

  /** The binding of one type, which gathers problems as it goes. */
  private static final class Binding {
    private final Class<?> type;
    private final Codecs codecs;
    private final List<String> problems = new ArrayList<>();

    Binding(Class<?> type, Codecs codecs) {
      this.type = type;
      this.codecs = requireNonNull(codecs, "codecs");
    }

    Contract bind(List<Method> found) {
      if (found.isEmpty()) {
        problems.add(
            type.isInterface()
                ? "it has no method"
                : "no method is marked @RpcMethod, and no interface of it is marked @RpcService");
      }
      List<MethodContract> methods = new ArrayList<>();
      for (Method method : found) {
        MethodContract contract = bind(method);
        if (contract != null) {
          methods.add(contract);
        }
      }
      methods.sort(
          Comparator.comparing(MethodContract::name)
              .thenComparing(contract -> contract.method().toGenericString()));
      checkNames(methods);
      if (!problems.isEmpty()) {
        problems.sort(Comparator.naturalOrder());
        throw new ContractException(type, problems);
      }
      return new Contract(type, methods);
    }

    private @Nullable MethodContract bind(Method method) {
      int before = problems.size();
      if (method.getTypeParameters().length > 0) {
        problem(method, "it has type parameters of its own");
      }
      if (Modifier.isStatic(method.getModifiers())) {
        problem(method, "it is static");
      }
      List<Codec<?>> params = new ArrayList<>();
      List<String> paramNames = new ArrayList<>();
      Parameter[] parameters = method.getParameters();
      for (int i = 0; i < parameters.length; i++) {
        boolean rest = method.isVarArgs() && i == parameters.length - 1;
        Type declared = parameters[i].getParameterizedType();
        Name name = parameters[i].getAnnotation(Name.class);
        paramNames.add(name == null ? parameters[i].getName() : name.value());
        addCodec(
            method, "parameter " + paramNames.get(i), rest ? element(declared) : declared, params);
        if (params.size() == i + 1 && (rest || i < parameters.length - 1)) {
          checkNoStream(method, paramNames.get(i), params.get(i));
        }
      }
      List<Codec<?>> result = new ArrayList<>();
      boolean async = method.getReturnType() == CompletableFuture.class;
      Type returned = method.getGenericReturnType();
      addCodec(method, "the result", async ? promised(returned) : returned, result);
      List<DeclaredFault> faults = faults(method);
      if (problems.size() > before) {
        return null;
      }
      Help help = method.getAnnotation(Help.class);
      return new MethodContract(
          method,
          names(method),
          help == null ? "" : help.value(),
          paramNames,
          params,
          result.get(0),
          async,
          faults);
    }

    private void checkNoStream(Method method, String name, Codec<?> codec) {
      if (codec instanceof StreamCodec) {
        problem(
            method,
            "parameter "
                + name
                + ": a stream is the last parameter, since all that stands before it is read first");
      }
    }

    private List<DeclaredFault> faults(Method method) {
      List<DeclaredFault> faults = new ArrayList<>();
      for (Class<?> thrown : method.getExceptionTypes()) {
        try {
          DeclaredFault fault = DeclaredFault.of(thrown);
          if (fault != null) {
            faults.add(fault);
          }
        } catch (IllegalArgumentException e) {
          problem(method, "throws " + e.getMessage());
        }
      }
      return faults;
    }

    /** What a future is the future of. */
    private static Type promised(Type future) {
      return future instanceof ParameterizedType parameterized
          ? parameterized.getActualTypeArguments()[0]
          : Object.class;
    }

    private static Type element(Type array) {
      return array instanceof GenericArrayType generic
          ? generic.getGenericComponentType()
          : ((Class<?>) array).getComponentType();
    }

    private void addCodec(Method method, String what, Type declared, List<Codec<?>> to) {
      try {
        to.add(codecs.of(declared, type));
      } catch (UnboundTypeException e) {
        problem(method, what + ": " + e.getMessage());
      }
    }

    private List<String> names(Method method) {
      RpcService service = service(method.getDeclaringClass());
      String prefix = service == null || service.value().isEmpty() ? "" : service.value() + ".";
      RpcMethod marked = method.getAnnotation(RpcMethod.class);
      String[] own =
          marked == null || marked.value().length == 0
              ? new String[] {method.getName()}
              : marked.value();
      return Arrays.stream(own).map(name -> prefix + name).toList();
    }

    private @Nullable RpcService service(Class<?> declaring) {
      RpcService own = type.getAnnotation(RpcService.class);
      return own != null ? own : declaring.getAnnotation(RpcService.class);
    }

    private void checkNames(List<MethodContract> methods) {
      for (MethodContract method : methods) {
        if (method.names().stream().anyMatch(String::isBlank)) {
          problem(method.method(), "its name on the wire is empty");
        }
      }
    }

    private void problem(Method method, String problem) {
      problems.add(method.getName() + ": " + problem);
    }
  }
}
