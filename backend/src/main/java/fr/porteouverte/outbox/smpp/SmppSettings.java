package fr.porteouverte.outbox.smpp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Accounts with providers of text messages that speak SMPP 3.4. The certificates of a provider's
 * own authority are set with {@code quarkus.tls.smpp.trust-store.*}.
 */
@ConfigMapping(prefix = "porte-ouverte.smpp")
public interface SmppSettings {
  List<Account> accounts();

  /** For one answer of a provider. */
  @WithDefault("15S")
  Duration timeout();

  /** After so long without a word the provider is asked whether it is there. */
  @WithDefault("30S")
  Duration enquireEvery();

  /** Before a connection that was lost is taken up again; then twice as long, up to a minute. */
  @WithDefault("1S")
  Duration reconnectAfter();

  /** One account; without a host it is none. */
  interface Account {
    /** Names it in logs and in what is kept; must not change while receipts are awaited. */
    Optional<String> name();

    Optional<String> host();

    @WithDefault("3550")
    int port();

    /**
     * Without it text and password cross the network as they are: only in a network of one's own.
     */
    @WithDefault("true")
    boolean tls();

    Optional<String> systemId();

    Optional<String> password();

    Optional<String> systemType();

    /** What the phone shows: up to 11 letters and digits, a short number, or a number. */
    @WithDefault("PorteOuvert")
    String sender();

    /** INSEE codes of the departments whose houses use it; none: all other houses. */
    Optional<List<String>> departments();
  }
}
