package fr.porteouverte.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.TracerProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against real servers: one that stalls in its answer, one that is not there. */
class HttpSmsGatewayTest {
  private static final SendResult UNREACHABLE = new SendResult.Later("gateway-unreachable", true);

  private record Settings(URI address) implements TransportSettings, TransportSettings.Sms {
    @Override
    public boolean local() {
      return false;
    }

    @Override
    public Sms sms() {
      return this;
    }

    @Override
    public Bounces bounces() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<URI> url() {
      return Optional.of(address);
    }

    @Override
    public Optional<String> token() {
      return Optional.empty();
    }

    @Override
    public String sender() {
      return "PorteOuvert";
    }

    @Override
    public Optional<String> receiptToken() {
      return Optional.empty();
    }

    @Override
    public Duration timeout() {
      return Duration.ofMillis(300);
    }
  }

  private static SendResult sendTo(int port) {
    URI address = URI.create("http://127.0.0.1:" + port + "/messages");
    OutboxMessage message =
        new OutboxMessage() {
          @Override
          public UUID uid() {
            return UUID.fromString("00000000-0000-4000-8000-000000000001");
          }
        };
    return new HttpSmsGateway(
            new Settings(address), new ObjectMapper(), TracerProvider.noop().get("test"))
        .send(message, new Content.Sms("+33612345678", "fr", "RDV", null, null, List.of()));
  }

  private static ServerSocket door() throws IOException {
    return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  /** Takes one request, says that, and nothing more. */
  private static Thread answering(ServerSocket door, String answer) {
    Thread server =
        new Thread(
            () -> {
              try (Socket guest = door.accept()) {
                guest.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                guest.getOutputStream().flush();
                while (guest.getInputStream().read() >= 0) {
                  // Until the guest hangs up.
                }
              } catch (IOException gone) {
                throw new UncheckedIOException(gone);
              }
            });
    server.setUncaughtExceptionHandler((thread, gone) -> {});
    server.setDaemon(true);
    server.start();
    return server;
  }

  @Test
  @Timeout(20)
  void a_gateway_that_stalls_in_its_answer_is_left_and_its_connection_closed() throws Exception {
    try (ServerSocket door = door()) {
      Thread server = answering(door, "HTTP/1.1 202 Accepted\r\nContent-Length: 20\r\n\r\n{\"id\"");

      assertThat(sendTo(door.getLocalPort())).isEqualTo(UNREACHABLE);

      server.join(10_000);
      assertThat(server.isAlive()).isFalse();
    }
  }

  @Test
  @Timeout(20)
  void a_gateway_that_says_nothing_is_left() throws Exception {
    try (ServerSocket door = door()) {
      answering(door, "");
      assertThat(sendTo(door.getLocalPort())).isEqualTo(UNREACHABLE);
    }
  }

  @Test
  void a_gateway_that_is_not_there_is_tried_later() throws Exception {
    int nobody;
    try (ServerSocket door = door()) {
      nobody = door.getLocalPort();
    }
    assertThat(sendTo(nobody)).isEqualTo(UNREACHABLE);
  }
}
