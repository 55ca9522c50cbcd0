package io.github.xmlrpc4j.server;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.contract.Contract;
import io.github.xmlrpc4j.contract.MethodContract;
import io.github.xmlrpc4j.wire.ByteSource;
import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.TransferException;
import io.github.xmlrpc4j.wire.WireException;
import io.github.xmlrpc4j.wire.bind.Codecs;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Served methods, without a transport: the bytes of a request in, the bytes of a response out.
 *
 * <pre>{@code
 * Endpoint endpoint = Endpoint.builder().register(new Greetings()).build();
 * byte[] response = endpoint.handle(request);
 * }</pre>
 *
 * <p>Whatever a request holds, the answer is a response: what cannot be done is a fault. An
 * endpoint is immutable and safe for many threads; methods run in the thread that calls {@link
 * #handle}.
 */
public final class Endpoint {
  private final Map<String, BoundMethod> methods;
  private final Dispatcher dispatcher;
  private final Dialect dialect;
  private final Limits limits;
  private final boolean takesStreams;

  private Endpoint(Builder builder) {
    this.dialect = builder.dialect;
    this.limits = builder.limits;
    this.dispatcher =
        new Dispatcher(builder.interceptors, builder.mapper.orElse(FaultMapper.STANDARD));
    Map<String, BoundMethod> table = builder.bind();
    new SystemMethods(table, dialect)
        .definitions()
        .forEach(
            definition -> Builder.put(table, definition.names(), definition.bind(builder.codecs)));
    // Map.copyOf would look for a name place after place: for one among a thousand, at 300.
    this.methods = new HashMap<>();
    BoundMethod multicall = new Multicall(methods, dispatcher, limits).method();
    Builder.put(table, List.of(multicall.name()), multicall);
    methods.putAll(table);
    this.takesStreams = methods.values().stream().anyMatch(BoundMethod::takesStream);
  }

  /** A builder of an endpoint without methods but {@code system.*}. */
  public static Builder builder() {
    return new Builder();
  }

  /** What is accepted and written beyond the specification. */
  public Dialect dialect() {
    return dialect;
  }

  /** The bounds in force. */
  public Limits limits() {
    return limits;
  }

  /** The names of all methods, in order. */
  public List<String> methodNames() {
    return methods.keySet().stream().sorted().toList();
  }

  /** Answers a request of a caller in this program. */
  public byte[] handle(byte[] request) {
    ByteBuffer response = handle(ByteBuffer.wrap(request), null, Caller.LOCAL);
    byte[] bytes = new byte[response.remaining()];
    response.get(bytes);
    return bytes;
  }

  /**
   * Answers a request.
   *
   * @param request the document, from the buffer's position to its limit, in an array
   * @param charset the encoding that the transport names, or null; see {@link DocumentReader#of}
   * @param caller who calls
   * @return the response, in a buffer that is the caller's to keep
   */
  public ByteBuffer handle(ByteBuffer request, @Nullable Charset charset, Caller caller) {
    return begin(request, charset, caller).answerWhole();
  }

  /**
   * Reads a request as far as its method's name.
   *
   * @param request the document, as in {@link #handle(ByteBuffer, Charset, Caller)}; its bytes must
   *     not change before it is answered
   */
  public EndpointCall begin(ByteBuffer request, @Nullable Charset charset, Caller caller) {
    return new EndpointCall(
        this, () -> DocumentReader.of(request, charset, dialect, limits), caller);
  }

  /**
   * Reads a request as far as its method's name; the rest of it is read while it is answered.
   *
   * @param request where the document comes from
   * @throws io.github.xmlrpc4j.wire.TransferException if the request does
   */
  public EndpointCall begin(ByteSource request, @Nullable Charset charset, Caller caller) {
    return new EndpointCall(
        this, () -> DocumentReader.of(request, charset, dialect, limits), caller);
  }

  /** Whether some method takes a stream; see {@link #takesStream(ByteBuffer, Charset)}. */
  public boolean takesStreams() {
    return takesStreams;
  }

  /**
   * Tells from the beginning of a request whether its method takes a stream, so that the rest
   * should be read by {@link #begin(ByteSource, Charset, Caller)} as it comes.
   *
   * @param beginning what has come so far, in an array
   * @return null where too little has come to tell
   */
  public @Nullable Boolean takesStream(ByteBuffer beginning, @Nullable Charset charset) {
    ByteBuffer left = beginning.duplicate();
    ByteSource source =
        (into, offset, length) -> {
          if (!left.hasRemaining()) {
            throw new TransferException("no more has come yet", null);
          }
          int count = Math.min(length, left.remaining());
          left.get(into, offset, count);
          return count;
        };
    try {
      BoundMethod method =
          methods.get(DocumentReader.of(source, charset, dialect, limits).beginCall());
      return method != null && method.takesStream();
    } catch (TransferException e) {
      return null;
    } catch (WireException e) {
      return false;
    }
  }

  /**
   * Whether some method may answer in the thread that reads; see {@link EndpointCall#nonBlocking}.
   */
  public boolean answersNonBlocking() {
    return !dispatcher.intercepts() && methods.values().stream().anyMatch(BoundMethod::nonBlocking);
  }

  @Nullable BoundMethod find(String methodName) {
    return methods.get(methodName);
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  /**
   * Gathers methods and policies. It is for one thread; what it has built does not change with it.
   */
  public static final class Builder {
    private final List<Function<Codecs, Map<List<String>, BoundMethod>>> registrations =
        new ArrayList<>();
    private final List<Interceptor> interceptors = new ArrayList<>();
    private FaultMapper mapper = FaultMapper.STANDARD;
    private Dialect dialect = Dialect.LENIENT;
    private Limits limits = Limits.DEFAULT;
    private Codecs codecs = Codecs.standard();

    private Builder() {}

    /**
     * Serves an object's methods that are marked {@link io.github.xmlrpc4j.contract.RpcMethod}, or
     * that are of an interface marked {@link io.github.xmlrpc4j.contract.RpcService}.
     */
    public Builder register(Object service) {
      requireNonNull(service, "service");
      registrations.add(known -> bound(Contract.ofClass(service.getClass(), known), service));
      return this;
    }

    /** Serves the methods of an interface, marked or not, by an object that implements it. */
    public <T> Builder register(Class<T> contract, T service) {
      requireNonNull(contract, "contract");
      requireNonNull(service, "service");
      registrations.add(known -> bound(Contract.ofInterface(contract, known), service));
      return this;
    }

    /** Serves a method. */
    public Builder method(MethodDefinition definition) {
      requireNonNull(definition, "definition");
      registrations.add(known -> Map.of(definition.names(), definition.bind(known)));
      return this;
    }

    /** Serves a method that takes any parameters and gives any value. */
    public Builder method(String name, ValueHandler handler) {
      return method(MethodDefinition.of(name, handler));
    }

    /** Serves some methods. */
    public Builder methods(Iterable<MethodDefinition> definitions) {
      definitions.forEach(this::method);
      return this;
    }

    /** Puts an interceptor around every call; the first one that is put is the outermost. */
    public Builder intercept(Interceptor interceptor) {
      interceptors.add(requireNonNull(interceptor, "interceptor"));
      return this;
    }

    /** Asks a mapper before those that are there already. */
    public Builder faults(FaultMapper first) {
      mapper = requireNonNull(first, "first").orElse(mapper);
      return this;
    }

    /** Sets what is accepted and written beyond the specification. */
    public Builder dialect(Dialect dialect) {
      this.dialect = requireNonNull(dialect, "dialect");
      return this;
    }

    /** Sets the bounds on what is read and written. */
    public Builder limits(Limits limits) {
      this.limits = requireNonNull(limits, "limits");
      return this;
    }

    /** Sets the codecs of the methods' types. */
    public Builder codecs(Codecs codecs) {
      this.codecs = requireNonNull(codecs, "codecs");
      return this;
    }

    /**
     * The endpoint.
     *
     * @throws io.github.xmlrpc4j.contract.ContractException if an object's methods cannot be bound
     * @throws IllegalArgumentException if two methods have one name
     */
    public Endpoint build() {
      return new Endpoint(this);
    }

    private Map<String, BoundMethod> bind() {
      Map<String, BoundMethod> table = new TreeMap<>();
      for (Function<Codecs, Map<List<String>, BoundMethod>> registration : registrations) {
        registration.apply(codecs).forEach((names, method) -> put(table, names, method));
      }
      return table;
    }

    private static Map<List<String>, BoundMethod> bound(Contract contract, Object service) {
      Map<List<String>, BoundMethod> methods = new LinkedHashMap<>();
      for (MethodContract method : contract.methods()) {
        methods.put(method.names(), BoundMethod.of(method, service));
      }
      return methods;
    }

    private static void put(
        Map<String, BoundMethod> table, List<String> names, BoundMethod method) {
      for (String name : names) {
        if (table.put(name, method) != null) {
          throw new IllegalArgumentException("two methods have the name \"" + name + "\"");
        }
      }
    }
  }
}
