package fr.porteouverte.outbox;

import org.jspecify.annotations.Nullable;

/** What an attempt to send came to. Reasons are stable codes without personal data. */
sealed interface SendResult {
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
   * @param unreachable nobody answered: other messages need not be tried now
   */
  record Later(String reason, boolean unreachable) implements SendResult {}
}
