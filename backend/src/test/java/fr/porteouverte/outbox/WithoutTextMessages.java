package fr.porteouverte.outbox;

import io.quarkus.test.junit.QuarkusMock;
import jakarta.enterprise.inject.Vetoed;

/** An installation as it is by default: no gateway for text messages is set. */
@Vetoed
public class WithoutTextMessages extends Transports {
  private WithoutTextMessages() {}

  /** Until the end of the test. */
  public static void install() {
    QuarkusMock.installMockForType(new WithoutTextMessages(), Transports.class);
  }

  @Override
  public boolean reach(MessageChannel channel) {
    return channel != MessageChannel.sms;
  }
}
