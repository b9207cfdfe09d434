package fr.porteouverte.outbox;

import jakarta.enterprise.context.ApplicationScoped;

/** Which ways out this installation has. */
@ApplicationScoped
public class Transports {
  private final TransportSettings settings;
  private final LocalTray tray;
  private final SmtpTransport smtp;
  private final HttpSmsGateway sms;

  Transports(TransportSettings settings, LocalTray tray, SmtpTransport smtp, HttpSmsGateway sms) {
    this.settings = settings;
    this.tray = tray;
    this.smtp = smtp;
    this.sms = sms;
  }

  /** Whether a message may be written for it. */
  public boolean reach(Channel channel) {
    return channel != Channel.sms || settings.local() || settings.sms().url().isPresent();
  }

  Transport of(Channel channel) {
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
