package fr.porteouverte.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import fr.porteouverte.outbound.Answer.Heard;
import fr.porteouverte.outbound.Answer.Unheard;
import fr.porteouverte.outbound.Answer.Why;
import fr.porteouverte.support.TestCertificate;
import io.opentelemetry.api.trace.TracerProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a real server with TLS on this machine, which only an allow-list lets in. */
@Timeout(60)
class OutboundClientTest {
  private static final String NAME = "hooks.example.org";
  private static final byte[] BODY = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);

  private final AtomicInteger asked = new AtomicInteger();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private static TestCertificate certificate;
  private static SSLContext trust;
  private HttpsServer server;
  private volatile String heardHost;
  private volatile byte[] heardBody;

  @BeforeAll
  static void certify() throws Exception {
    certificate = TestCertificate.of(NAME);
    trust = certificate.trust();
  }

  @BeforeEach
  void serve() throws Exception {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.server()));
    server.setExecutor(workers);
    server.createContext(
        "/ok",
        exchange -> {
          asked.incrementAndGet();
          heardHost = exchange.getRequestHeaders().getFirst("Host");
          heardBody = exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("Retry-After", "7");
          exchange.sendResponseHeaders(202, 2);
          exchange.getResponseBody().write("ok".getBytes(StandardCharsets.US_ASCII));
          exchange.close();
        });
    server.createContext(
        "/elsewhere",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/ok");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    server.createContext("/huge", exchange -> endless(exchange.getResponseBody(), exchange));
    server.start();
  }

  private void endless(OutputStream out, com.sun.net.httpserver.HttpExchange exchange)
      throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] much = new byte[65_536];
    try {
      while (!Thread.currentThread().isInterrupted()) {
        out.write(much);
      }
    } catch (IOException hungUp) {
      asked.incrementAndGet();
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
    workers.shutdownNow();
  }

  private String at(String path) {
    return "https://" + NAME + ":" + server.getAddress().getPort() + path;
  }

  private OutboundSettings letIn(String... hosts) {
    return TestOutbound.allowing(List.of(), List.of(hosts));
  }

  private OutboundClient client(OutboundSettings settings, Resolver resolver) {
    return new OutboundClient(
        new Gate(settings, resolver), settings, TracerProvider.noop().get("test"), trust);
  }

  private OutboundClient client() {
    return client(letIn(NAME), name -> GateTest.leads("127.0.0.1"));
  }

  @Test
  void it_connects_to_the_checked_address_and_the_name_stays_in_host_and_certificate() {
    Answer answer = client().post(at("/ok"), Map.of("webhook-id", "1"), BODY);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Heard.class,
            heard -> {
              assertThat(heard.status()).isEqualTo(202);
              assertThat(heard.good()).isTrue();
              assertThat(heard.header("retry-after")).isEqualTo("7");
              assertThat(heard.body()).asString().isEqualTo("ok");
              assertThat(heard.whole()).isTrue();
            });
    assertThat(heardHost).isEqualTo(NAME + ":" + server.getAddress().getPort());
    assertThat(heardBody).isEqualTo(BODY);
  }

  @Test
  void a_certificate_of_another_name_is_not_trusted() {
    OutboundClient client = client(letIn("other.example.org"), name -> GateTest.leads("127.0.0.1"));
    String other = at("/ok").replace(NAME, "other.example.org");
    assertThat(client.post(other, Map.of(), BODY)).isEqualTo(new Unheard(Why.notTrusted));
    assertThat(asked).hasValue(0);
  }

  @Test
  void a_certificate_of_an_unknown_authority_is_not_trusted() {
    OutboundSettings settings = letIn(NAME);
    OutboundClient client =
        new OutboundClient(
            new Gate(settings, name -> GateTest.leads("127.0.0.1")),
            settings,
            TracerProvider.noop().get("test"),
            (SSLContext) null);
    assertThat(client.post(at("/ok"), Map.of(), BODY)).isEqualTo(new Unheard(Why.notTrusted));
  }

  /** What DNS rebinding does: public when it is looked at, private a moment later. */
  @Test
  void a_name_that_leads_inside_at_the_second_question_is_not_called() throws Exception {
    OutboundSettings settings = TestOutbound.nothingMore();
    Iterator<String> answers = List.of("8.8.8.8", "127.0.0.1").iterator();
    Gate gate = new Gate(settings, name -> GateTest.leads(answers.next()));
    Outbound outbound = new Outbound();
    outbound.gate = gate;
    var fields = new fr.porteouverte.http.FieldReader();
    SafeAddress registered = outbound.check(fields, "url", "https://" + NAME + "/ok");
    fields.check();

    Answer answer =
        new OutboundClient(gate, settings, TracerProvider.noop().get("test"), trust)
            .post(registered.text(), Map.of(), BODY);

    assertThat(answer).isEqualTo(new Unheard(Why.forbidden));
    assertThat(answers.hasNext()).isFalse();
  }

  /** One question for each call, and what was checked is what is connected to. */
  @Test
  void a_call_asks_once_and_each_call_asks_anew() {
    AtomicInteger questions = new AtomicInteger();
    OutboundClient client =
        client(
            TestOutbound.allowing(List.of("127.0.0.1/32"), List.of(NAME)),
            name -> {
              // A third question would lead elsewhere: nobody listens there.
              return questions.incrementAndGet() <= 2
                  ? GateTest.leads("127.0.0.1")
                  : GateTest.leads("127.0.0.2");
            });
    assertThat(client.post(at("/ok"), Map.of(), BODY)).isInstanceOf(Heard.class);
    assertThat(client.post(at("/ok"), Map.of(), BODY)).isInstanceOf(Heard.class);
    assertThat(questions).hasValue(2);
  }

  @Test
  void an_address_that_is_no_longer_allowed_is_not_called() {
    OutboundClient client = client(TestOutbound.nothingMore(), name -> GateTest.leads("127.0.0.1"));
    for (String address :
        List.of(at("/ok"), "https://127.0.0.1/", "https://" + NAME + "/", "https://[::1]/")) {
      assertThat(client.post(address, Map.of(), BODY)).isEqualTo(new Unheard(Why.forbidden));
    }
    assertThat(asked).hasValue(0);
  }

  @Test
  void a_redirection_is_an_answer_and_is_not_followed() {
    assertThat(client().post(at("/elsewhere"), Map.of(), BODY))
        .isInstanceOfSatisfying(Heard.class, heard -> assertThat(heard.status()).isEqualTo(307));
    assertThat(asked).hasValue(0);
  }

  @Test
  void of_an_endless_answer_64_kilobytes_are_read_and_the_server_is_left() {
    assertThat(client().post(at("/huge"), Map.of(), BODY))
        .isInstanceOfSatisfying(
            Heard.class,
            heard -> {
              assertThat(heard.body()).hasSize(65_536);
              assertThat(heard.whole()).isFalse();
            });
    org.awaitility.Awaitility.await().untilAtomic(asked, org.hamcrest.Matchers.is(1));
  }

  @Test
  void who_answers_a_drop_at_a_time_is_left_when_the_time_is_over() throws Exception {
    try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> hungUp = CompletableFuture.runAsync(() -> drip(door), workers);
      OutboundSettings settings =
          new TestOutbound(List.of(), List.of(), List.of(NAME), Duration.ofMillis(700));
      Answer answer =
          client(settings, name -> GateTest.leads("127.0.0.1"))
              .post("http://" + NAME + ":" + door.getLocalPort() + "/", Map.of(), BODY);
      assertThat(answer).isEqualTo(new Unheard(Why.timeout));
      hungUp.get(20, TimeUnit.SECONDS);
    }
  }

  /** Until the guest hangs up. */
  private static void drip(ServerSocket door) {
    try (Socket guest = door.accept()) {
      guest.setSoTimeout(50);
      OutputStream out = guest.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write('x');
        out.flush();
        try {
          if (guest.getInputStream().read() < 0) {
            return;
          }
        } catch (java.net.SocketTimeoutException stillThere) {
          // One more drop.
        }
      }
    } catch (IOException gone) {
      // The guest hung up.
    }
  }

  @Test
  void a_name_that_nobody_resolves_in_time_holds_nobody_up() {
    OutboundSettings settings =
        new TestOutbound(List.of(), List.of(NAME), List.of(), Duration.ofMillis(300));
    CompletableFuture<Void> never = new CompletableFuture<>();
    OutboundClient client =
        client(
            settings,
            name -> {
              never.join();
              return GateTest.leads("127.0.0.1");
            });
    assertThat(client.post(at("/ok"), Map.of(), BODY)).isEqualTo(new Unheard(Why.timeout));
    never.complete(null);
  }

  @Test
  void who_is_not_there_and_who_speaks_no_http_are_told_apart() throws Exception {
    int nobody;
    try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      nobody = door.getLocalPort();
    }
    String away = "https://" + NAME + ":" + nobody + "/";
    assertThat(client().post(away, Map.of(), BODY)).isEqualTo(new Unheard(Why.unreachable));
    OutboundClient unknown =
        client(
            letIn(NAME),
            name -> {
              throw new java.net.UnknownHostException(name);
            });
    assertThat(unknown.post(away, Map.of(), BODY)).isEqualTo(new Unheard(Why.unknownHost));
  }

  @Test
  void an_answer_says_nothing_of_its_body() {
    assertThat(client().post(at("/ok"), Map.of(), BODY)).hasToString("Heard[202]");
  }
}
