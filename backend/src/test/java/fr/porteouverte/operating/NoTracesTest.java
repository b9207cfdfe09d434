package fr.porteouverte.operating;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.outbound.Calls;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.AsRun;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Without a collector, whose address is empty as docker-compose.yml has it: no traces, and no call
 * to anybody.
 */
@QuarkusTest
@TestProfile(AsRun.class)
class NoTracesTest extends ApiTest {
  /** Where the library would send, if it sent. */
  @ConfigProperty(name = "quarkus.otel.exporter.otlp.endpoint")
  URI libraryWouldSend;

  @Inject @Calls Tracer tracer;
  @Inject DataSource database;

  @Test
  void nothing_is_measured_and_nobody_is_called() throws Exception {
    try (ServerSocket collector =
        new ServerSocket(
            libraryWouldSend.getPort(), 50, InetAddress.getByName(libraryWouldSend.getHost()))) {
      api().get("/problems").then().statusCode(200);
      Span own = tracer.spanBuilder("own").startSpan();
      assertThat(own.isRecording()).isFalse();
      assertThat(own.getSpanContext().isValid()).isFalse();
      own.end();
      try (Connection connection = database.getConnection()) {
        assertThat(connection.getClass().getName()).doesNotContain("opentelemetry");
      }
      // The first who calls it is this test.
      try (Socket test = new Socket(libraryWouldSend.getHost(), libraryWouldSend.getPort());
          Socket first = collector.accept()) {
        assertThat(first.getPort()).isEqualTo(test.getLocalPort());
      }
    }
  }
}
