package fr.porteouverte.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Another system's server, which really listens. */
final class Receiver implements AutoCloseable {
  final List<Call> calls = new CopyOnWriteArrayList<>();
  final AtomicInteger atOnce = new AtomicInteger();
  final AtomicInteger mostAtOnce = new AtomicInteger();
  volatile int status = 204;
  volatile String says = "";

  /** Not null: nobody is answered before it is open. */
  volatile CountDownLatch holds;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** What came. */
  record Call(String id, String timestamp, String signature, String body) {}

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + port() + "/hook";
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Without pings. */
  List<Call> told() {
    return calls.stream().filter(call -> !call.body().contains("webhook.ping")).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean counted = true;
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      calls.add(
          new Call(
              headers.getFirst("webhook-id"),
              headers.getFirst("webhook-timestamp"),
              headers.getFirst("webhook-signature"),
              body));
      CountDownLatch latch = holds;
      if (latch != null) {
        latch.await();
      }
      // Before the answer goes: who has it may call again at once.
      atOnce.decrementAndGet();
      counted = false;
      byte[] said = says.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
      exchange.getResponseBody().write(said);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      if (counted) {
        atOnce.decrementAndGet();
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
