package fr.porteouverte.outbound;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * Calls other people's servers. Each call resolves the name anew, checks every address that it
 * leads to, and connects to those very addresses; the name stays in TLS and in {@code Host}. No
 * redirection is followed, no connection is kept, nothing of a body is logged.
 */
@ApplicationScoped
public class OutboundClient {
  private final Gate gate;
  private final OutboundSettings settings;
  private final Tracer tracer;
  private final CloseableHttpClient client;
  private final ExecutorService callers =
      Executors.newCachedThreadPool(
          call -> {
            Thread caller = new Thread(call, "outbound");
            caller.setDaemon(true);
            return caller;
          });

  @Inject
  OutboundClient(
      Gate gate, OutboundSettings settings, @Calls Tracer tracer, TlsConfigurationRegistry tls) {
    this(gate, settings, tracer, trust(tls));
  }

  /**
   * @param trust null: whom Java trusts
   */
  OutboundClient(Gate gate, OutboundSettings settings, Tracer tracer, @Nullable SSLContext trust) {
    this.gate = gate;
    this.settings = settings;
    this.tracer = tracer;
    this.client = BareClient.of(gate::addresses, settings.timeout(), trust);
  }

  private static @Nullable SSLContext trust(TlsConfigurationRegistry tls) {
    TlsConfiguration own = tls.get("outbound").orElse(null);
    try {
      return own == null ? null : own.createSSLContext();
    } catch (Exception unreadable) {
      throw new IllegalStateException("quarkus.tls.outbound cannot be read", unreadable);
    }
  }

  /**
   * Posts, and waits for the answer as long as the settings say. Outside of a transaction.
   *
   * @param address as it was kept; it is looked at once more
   * @param headers besides those that HTTP itself needs; {@code Content-Type} among them
   */
  public Answer post(String address, Map<String, String> headers, byte[] body) {
    SafeAddress server;
    try {
      server = gate.read(address);
    } catch (WrongAddress forbidden) {
      return new Answer.Unheard(Answer.Why.forbidden);
    }
    try (CallSpan span = CallSpan.post(tracer, server.host().name(), server.port())) {
      Answer answer = post(server, headers, body);
      if (answer instanceof Answer.Heard heard) {
        span.answered(heard.status());
      } else if (answer instanceof Answer.Unheard unheard) {
        span.unheard(unheard.why().name());
      }
      return answer;
    }
  }

  private Answer post(SafeAddress address, Map<String, String> headers, byte[] body) {
    HttpPost request = new HttpPost(URI.create(address.text()));
    headers.forEach(request::setHeader);
    String type = headers.getOrDefault("Content-Type", ContentType.APPLICATION_JSON.toString());
    request.setEntity(new ByteArrayEntity(body, ContentType.parse(type)));
    // Resolving a name and reading a drop each second have no end of their own.
    Future<Answer> answer = callers.submit(() -> call(address, request));
    try {
      return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return new Answer.Unheard(Answer.Why.timeout);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Answer.Unheard(Answer.Why.timeout);
    } catch (ExecutionException failed) {
      return new Answer.Unheard(why(failed.getCause()));
    } finally {
      request.cancel();
      answer.cancel(true);
    }
  }

  private Answer call(SafeAddress address, HttpPost request) throws IOException {
    HttpHost server =
        new HttpHost(address.plain() ? "http" : "https", address.host().bare(), address.port());
    ClassicHttpResponse response = client.executeOpen(server, request, null);
    try {
      return heard(response);
    } finally {
      // Or else closing would read what is left of the body.
      request.cancel();
      Closer.closeQuietly(response);
    }
  }

  private Answer heard(ClassicHttpResponse response) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    byte[] body = new byte[0];
    boolean whole = true;
    if (response.getEntity() != null) {
      var content = response.getEntity().getContent();
      body = content.readNBytes(settings.most());
      whole = body.length < settings.most() || content.read() < 0;
    }
    return new Answer.Heard(response.getCode(), Map.copyOf(headers), body, whole);
  }

  private static Answer.Why why(@Nullable Throwable failed) {
    if (failed instanceof Gate.ForbiddenAddress) {
      return Answer.Why.forbidden;
    } else if (failed instanceof UnknownHostException) {
      return Answer.Why.unknownHost;
    } else if (failed instanceof SSLException) {
      return Answer.Why.notTrusted;
    } else if (failed instanceof SocketTimeoutException) {
      return Answer.Why.timeout;
    } else if (failed instanceof ConnectException || failed instanceof NoRouteToHostException) {
      return Answer.Why.unreachable;
    } else if (failed instanceof IOException || failed instanceof HttpException) {
      return Answer.Why.broken;
    }
    throw new IllegalStateException(failed);
  }

  @PreDestroy
  void close() throws IOException {
    callers.shutdownNow();
    client.close();
  }
}
