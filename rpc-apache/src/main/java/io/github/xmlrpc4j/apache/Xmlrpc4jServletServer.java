package io.github.xmlrpc4j.apache;

import static java.util.Objects.requireNonNull;

import io.github.xmlrpc4j.wire.Dialect;
import io.github.xmlrpc4j.wire.DocumentReader;
import io.github.xmlrpc4j.wire.Fault;
import io.github.xmlrpc4j.wire.FaultCodes;
import io.github.xmlrpc4j.wire.Limits;
import io.github.xmlrpc4j.wire.WireException;
import io.github.xmlrpc4j.wire.WireWriter;
import io.github.xmlrpc4j.wire.coding.ContentCoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.XmlRpcRequest;
import org.apache.xmlrpc.common.ServerStreamConnection;
import org.apache.xmlrpc.common.XmlRpcStreamConfig;
import org.apache.xmlrpc.common.XmlRpcStreamRequestConfig;
import org.apache.xmlrpc.serializer.DefaultXMLWriterFactory;
import org.apache.xmlrpc.webserver.XmlRpcServletServer;
import org.jspecify.annotations.Nullable;

/**
 * Apache XML-RPC's server behind a servlet, with xmlrpc4j's codec and limits.
 *
 * <pre>{@code
 * public class MyServlet extends XmlRpcServlet {
 *   protected XmlRpcServletServer newXmlRpcServer(ServletConfig config) {
 *     return new Xmlrpc4jServletServer();
 *   }
 * }
 * }</pre>
 *
 * <p>Handlers, their mapping, authentication, worker threads and error logger stay Apache's. {@link
 * ApacheCodec} tells how values map, in the zone of the server's configuration. Responses are in
 * UTF-8; an {@code encoding} other than that, {@code enabledForExceptions}, a type factory and an
 * XML writer factory are refused by a fault that names them.
 *
 * <p>An {@link XmlRpcException} of a handler is a fault with its code and message. What any other
 * exception says is logged and not told; {@link #convertThrowable} can make it an {@link
 * XmlRpcException} that is. A result that cannot be written is a fault too.
 */
public class Xmlrpc4jServletServer extends XmlRpcServletServer {
  private final Limits limits;

  /** A server with the default limits. */
  public Xmlrpc4jServletServer() {
    this(Limits.DEFAULT);
  }

  /** A server with limits on what is read and written. */
  public Xmlrpc4jServletServer(Limits limits) {
    this.limits = requireNonNull(limits, "limits");
  }

  /** The body as it was sent, since it is decompressed within bounds when it is read. */
  @Override
  protected InputStream getInputStream(
      XmlRpcStreamRequestConfig config, ServerStreamConnection connection) throws IOException {
    return connection.newInputStream();
  }

  @Override
  protected XmlRpcRequest getRequest(XmlRpcStreamRequestConfig config, InputStream body)
      throws XmlRpcException {
    Refusals.checkExceptions(config.isEnabledForExceptions());
    Refusals.checkEncoding(((XmlRpcStreamConfig) getConfig()).getEncoding());
    Refusals.checkTypeFactory(this);
    Refusals.checkWriterFactory(getXMLWriterFactory(), DefaultXMLWriterFactory.class);
    try {
      ContentCoding coding =
          config.isGzipCompressing() ? ContentCoding.GZIP : ContentCoding.IDENTITY;
      ByteBuffer document = BoundedBody.read(body, coding, limits);
      return read(
          config,
          DocumentReader.of(document, charset(config.getEncoding()), Dialect.LENIENT, limits));
    } catch (WireException e) {
      throw new XmlRpcException(e.faultCode(), e.getMessage(), e);
    } catch (IOException | DataFormatException e) {
      throw new XmlRpcException(
          FaultCodes.TRANSPORT_ERROR, "Failed to read XML-RPC request: " + e.getMessage(), e);
    }
  }

  private HandlerRequest read(XmlRpcStreamRequestConfig config, DocumentReader in) {
    ApacheCodec codec = codec();
    String name = in.beginCall();
    List<@Nullable Object> params = new ArrayList<>();
    while (in.nextParam()) {
      params.add(codec.read(in));
    }
    in.endCall();
    return new HandlerRequest(config, name, params);
  }

  private ApacheCodec codec() {
    return new ApacheCodec(getConfig().getTimeZone());
  }

  private static @Nullable Charset charset(@Nullable String name) {
    try {
      return name == null ? null : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  protected void writeResponse(
      XmlRpcStreamRequestConfig config, OutputStream to, @Nullable Object result)
      throws XmlRpcException {
    WireWriter out = writer(config);
    try {
      out.beginResponse();
      codec().write(out, result);
      out.endResponse();
    } catch (WireException e) {
      logError(e);
      out.writeFaultResponse(e.toFault());
    }
    send(out, to);
  }

  @Override
  protected void writeError(XmlRpcStreamRequestConfig config, OutputStream to, Throwable error)
      throws XmlRpcException {
    Fault intended = HandlerFaults.intended(convertThrowable(error));
    WireWriter out = writer(config);
    out.writeFaultResponse(
        intended != null
            ? intended
            : new Fault(
                FaultCodes.APPLICATION_ERROR,
                "the call failed unexpectedly; the server's log tells why"));
    send(out, to);
  }

  private WireWriter writer(XmlRpcStreamRequestConfig config) {
    return new WireWriter(
        config.isEnabledForExtensions() ? Dialect.APACHE : Dialect.LENIENT, limits);
  }

  private static void send(WireWriter out, OutputStream to) throws XmlRpcException {
    try {
      for (ByteBuffer part : out.toByteBuffers()) {
        to.write(part.array(), part.arrayOffset(), part.remaining());
      }
    } catch (IOException e) {
      throw new XmlRpcException("Failed to write XML-RPC response: " + e.getMessage(), e);
    }
  }
}
