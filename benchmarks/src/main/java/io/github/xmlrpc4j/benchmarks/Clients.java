package io.github.xmlrpc4j.benchmarks;

import de.timroes.axmlrpc.XMLRPCClient;
import io.github.xmlrpc4j.client.BareTransport;
import io.github.xmlrpc4j.client.ServerProxy;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.eclipse.jetty.client.BytesRequestContent;

/**
 * Clients of XML-RPC, and what one can stand on: one small call over kept connections. Those of
 * HTTP alone send a document that was written before and compare the answer's bytes; those of
 * XML-RPC write and read them, and compare the sum.
 */
final class Clients {
  private static final String TYPE = "text/xml";

  private Clients() {}

  /** Takes the server's address, the number of rounds, and the milliseconds of a slice. */
  public static void main(String[] args) throws Exception {
    URI uri = URI.create(args[0]);
    Rounds rounds =
        new Rounds(Integer.parseInt(args[1]), Duration.ofMillis(Long.parseLong(args[2])));
    ServerProxy proxy = ServerProxy.to(uri);
    BareTransport http = BareTransport.to(uri);
    Methods typed = proxy.as(Methods.class);
    XmlRpcClient xmlRpc = ApacheBridge.client(uri.toString());
    CloseableHttpClient apache = apache();
    OkHttpClient ok = new OkHttpClient();
    org.eclipse.jetty.client.HttpClient jetty = jetty();
    HttpClient jdk = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    List<Contender> contenders =
        List.of(
            Contender.of("raw socket loop", () -> new SocketLoop(uri, SmallCall.REQUEST)),
            Contender.of("xmlrpc4j, typed", () -> () -> check(typed.add(1, 2, 3, 4, 5))),
            Contender.of("xmlrpc4j, by name", () -> () -> check(named(proxy))),
            Contender.of(
                "xmlrpc4j's HTTP, fixed body",
                () -> () -> SmallCall.check(http.post(SmallCall.REQUEST))),
            Contender.of("Apache HttpClient 5", () -> () -> apache(apache, uri)),
            Contender.of("OkHttp", () -> () -> ok(ok, uri)),
            Contender.of("HttpURLConnection", () -> () -> urlConnection(uri)),
            Contender.of("Jetty client", () -> () -> jetty(jetty, uri)),
            Contender.of("java.net.http", () -> () -> jdk(jdk, uri)),
            Contender.of("Apache XML-RPC", () -> () -> check(apacheXmlRpc(xmlRpc))),
            Contender.of("aXMLRPC", () -> axmlrpc(uri)),
            new PythonClient(uri));
    for (int threads : new int[] {1, 16}) {
      rounds.run("small call, threads " + threads, threads, contenders);
    }
    System.exit(0);
  }

  private static int named(ServerProxy proxy) {
    return proxy.call(int.class, SmallCall.METHOD, 1, 2, 3, 4, 5);
  }

  private static Object apacheXmlRpc(XmlRpcClient client) throws XmlRpcException {
    return client.execute(SmallCall.METHOD, new Object[] {1, 2, 3, 4, 5});
  }

  private static Work axmlrpc(URI uri) throws Exception {
    XMLRPCClient client = new XMLRPCClient(uri.toURL());
    return () -> check(client.call(SmallCall.METHOD, 1, 2, 3, 4, 5));
  }

  private static void check(Object sum) {
    if (!sum.equals(SmallCall.SUM)) {
      throw new IllegalStateException("another answer");
    }
  }

  private static CloseableHttpClient apache() {
    PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
    pool.setDefaultMaxPerRoute(64);
    pool.setMaxTotal(64);
    return HttpClients.custom().setConnectionManager(pool).disableContentCompression().build();
  }

  private static void apache(CloseableHttpClient client, URI uri) throws Exception {
    HttpPost post = new HttpPost(uri);
    post.setEntity(new ByteArrayEntity(SmallCall.REQUEST, ContentType.TEXT_XML));
    SmallCall.check(
        client.execute(post, response -> EntityUtils.toByteArray(response.getEntity())));
  }

  private static void ok(OkHttpClient client, URI uri) throws Exception {
    Request request =
        new Request.Builder()
            .url(uri.toString())
            .post(RequestBody.create(SmallCall.REQUEST, MediaType.get(TYPE)))
            .build();
    try (Response response = client.newCall(request).execute()) {
      SmallCall.check(response.body().bytes());
    }
  }

  private static void urlConnection(URI uri) throws Exception {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", TYPE);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(SmallCall.REQUEST);
    }
    try (InputStream in = connection.getInputStream()) {
      SmallCall.check(in.readAllBytes());
    }
  }

  private static org.eclipse.jetty.client.HttpClient jetty() throws Exception {
    org.eclipse.jetty.client.HttpClient client = new org.eclipse.jetty.client.HttpClient();
    client.start();
    return client;
  }

  private static void jetty(org.eclipse.jetty.client.HttpClient client, URI uri) throws Exception {
    SmallCall.check(
        client
            .POST(uri)
            .body(new BytesRequestContent(TYPE, SmallCall.REQUEST))
            .send()
            .getContent());
  }

  private static void jdk(HttpClient client, URI uri) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", TYPE)
            .POST(BodyPublishers.ofByteArray(SmallCall.REQUEST))
            .build();
    SmallCall.check(client.send(request, BodyHandlers.ofByteArray()).body());
  }
}
