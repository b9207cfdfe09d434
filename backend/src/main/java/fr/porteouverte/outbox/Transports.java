package fr.porteouverte.outbox;

import fr.porteouverte.outbox.smpp.SmppTransport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which ways out this installation has. */
@ApplicationScoped
public class Transports {
  @Inject TransportSettings settings;
  @Inject LocalTray tray;
  @Inject SmtpTransport smtp;
  @Inject SmppTransport smpp;
  @Inject HttpSmsGateway gateway;

  /** Whether a message may be written for it. */
  public boolean reach(MessageChannel channel) {
    return channel != MessageChannel.sms
        || settings.local()
        || smpp.any()
        || settings.sms().url().isPresent();
  }

  Transport of(OutboxMessage message) {
    if (settings.local()) {
      return tray;
    }
    return switch (message.channel()) {
      case email -> smtp;
      case sms -> smpp.serves(message) ? smpp : gateway;
      case call -> throw new IllegalStateException("people make calls");
    };
  }
}
