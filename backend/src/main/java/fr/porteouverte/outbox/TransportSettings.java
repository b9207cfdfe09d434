package fr.porteouverte.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where messages go. The SMTP server itself is set with {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "porte-ouverte.transport")
public interface TransportSettings {
  /** Keeps every message on this machine, to be read in its local outbox. Never in production. */
  @WithDefault("false")
  boolean local();

  Sms sms();

  Bounces bounces();

  /** An SMS gateway that takes JSON over HTTP. */
  interface Sms {
    /** Where messages are posted; without one nobody gets an SMS. */
    Optional<URI> url();

    /** Sent as {@code Authorization: Bearer}. */
    Optional<String> token();

    /** What the phone shows: up to 11 letters and digits, or a short number. */
    @WithDefault("PorteOuvert")
    String sender();

    /** What the gateway's receipts must carry as {@code Authorization: Bearer}. */
    Optional<String> receiptToken();

    @WithDefault("15S")
    Duration timeout();
  }

  /** The mailbox of the bounce address (IMAP), where mail that was given back is read. */
  interface Bounces {
    Optional<String> host();

    @WithDefault("993")
    int port();

    @WithDefault("true")
    boolean tls();

    Optional<String> username();

    Optional<String> password();

    @WithDefault("INBOX")
    String folder();
  }
}
