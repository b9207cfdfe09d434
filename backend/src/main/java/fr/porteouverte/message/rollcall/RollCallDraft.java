package fr.porteouverte.message.rollcall;

import fr.porteouverte.outbox.Draft;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.session.Session;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mail to a partner's agent, as the outbox takes it. */
final class RollCallDraft {
  private RollCallDraft() {}

  /**
   * @param link id of the agent's link to the session; null: the mail has none
   * @param due not before
   * @param giveUp of no use after
   */
  static Draft of(
      RollCallKind kind,
      String cause,
      String username,
      Session session,
      @Nullable String link,
      Instant due,
      Instant giveUp) {
    return new Draft(
        kind.name(),
        cause,
        RollCallCauses.recipient(username),
        MessageChannel.email,
        session.siteId(),
        null,
        link,
        due,
        giveUp);
  }
}
