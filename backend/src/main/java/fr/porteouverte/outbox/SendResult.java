package fr.porteouverte.outbox;

import org.jspecify.annotations.Nullable;

/** What an attempt to send came to. Reasons are stable codes without personal data. */
public sealed interface SendResult {
  /**
   * @param providerId under which a gateway will speak of it; null: none
   * @param segments text messages that it cost; null for a mail
   */
  record Accepted(@Nullable String providerId, @Nullable Integer segments) implements SendResult {}

  /** It will never be accepted for this address. */
  record Refused(String reason) implements SendResult {}

  /**
   * Perhaps later.
   *
   * @param unreachable nobody answered: it is tried for as long as it is of use
   * @param othersAnswer false: then other messages need not be tried now
   */
  record Later(String reason, boolean unreachable, boolean othersAnswer) implements SendResult {
    public Later(String reason, boolean unreachable) {
      this(reason, unreachable, false);
    }
  }
}
