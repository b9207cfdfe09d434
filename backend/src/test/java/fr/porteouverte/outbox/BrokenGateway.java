package fr.porteouverte.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.TracerProvider;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusMock;

/** A gateway whose address is none, for one test: it throws at whoever wants to send. */
public final class BrokenGateway extends HttpSmsGateway {
  private BrokenGateway(TransportSettings settings) {
    super(settings, new ObjectMapper(), TracerProvider.noop().get("test"));
  }

  public static void install() {
    var settings = Arc.container().instance(TransportSettings.class).get();
    QuarkusMock.installMockForType(new BrokenGateway(settings), HttpSmsGateway.class);
  }

  @Override
  public SendResult send(OutboxMessage message, Content content) {
    throw new IllegalArgumentException("URI with undefined scheme");
  }
}
