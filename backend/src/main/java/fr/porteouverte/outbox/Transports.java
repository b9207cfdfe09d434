package fr.porteouverte.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which ways out this installation has. */
@ApplicationScoped
public class Transports {
  @Inject TransportSettings settings;
  @Inject LocalTray tray;
  @Inject SmtpTransport smtp;
  @Inject HttpSmsGateway sms;

  /** Whether a message may be written for it. */
  public boolean reach(MessageChannel channel) {
    return channel != MessageChannel.sms || settings.local() || settings.sms().url().isPresent();
  }

  Transport of(MessageChannel channel) {
    if (settings.local()) {
      return tray;
    }
    return switch (channel) {
      case email -> smtp;
      case sms -> sms;
      case call -> throw new IllegalStateException("people make calls");
    };
  }
}
