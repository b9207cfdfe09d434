package fr.porteouverte.outbox.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.porteouverte.support.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SmppSocketsTest {
  private static ServerSocket door(TestCertificate certificate) throws IOException {
    ServerSocket door =
        certificate
            .server()
            .getServerSocketFactory()
            .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    CompletableFuture.runAsync(
        () -> {
          try (Socket guest = door.accept()) {
            guest.getOutputStream().write(7);
            guest.getInputStream().read();
          } catch (IOException gone) {
            // The guest did not like the certificate.
          }
        });
    return door;
  }

  @Test
  void a_certificate_must_be_of_the_hosts_name_and_of_somebody_known() throws Exception {
    TestCertificate ours = TestCertificate.of("localhost");
    SmppSockets sockets = new SmppSockets(ours.trust(), Duration.ofSeconds(20));
    try (ServerSocket door = door(ours)) {
      var connection = sockets.createConnection("localhost", door.getLocalPort());
      assertThat(connection.getInputStream().read()).isEqualTo(7);
      connection.close();
    }
    TestCertificate other = TestCertificate.of("sms.example.org");
    try (ServerSocket door = door(other)) {
      assertThatThrownBy(
              () ->
                  new SmppSockets(other.trust(), Duration.ofSeconds(20))
                      .createConnection("localhost", door.getLocalPort()))
          .isInstanceOf(SSLException.class);
    }
    try (ServerSocket door = door(TestCertificate.of("localhost"))) {
      assertThatThrownBy(() -> sockets.createConnection("localhost", door.getLocalPort()))
          .isInstanceOf(SSLException.class);
    }
  }

  /** Takes the connection and never speaks. */
  @Test
  void who_says_nothing_is_left() throws Exception {
    TestCertificate ours = TestCertificate.of("localhost");
    try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () ->
                  new SmppSockets(ours.trust(), Duration.ofMillis(300))
                      .createConnection("localhost", door.getLocalPort()))
          .isInstanceOf(IOException.class);
    }
  }
}
