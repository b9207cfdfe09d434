package fr.porteouverte.message.settings;

import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.message.Causes;
import fr.porteouverte.message.MessageKind;
import fr.porteouverte.message.letter.ChangeDetail;
import fr.porteouverte.message.reminder.ReminderPlan;
import fr.porteouverte.outbox.OutboxMessage;
import fr.porteouverte.outbox.Patience;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * A message that failed, came back or was held up may become due at night, whenever it was planned:
 * it waits for the end of the house's quiet hours.
 */
@ApplicationScoped
public class NightRest implements Patience {
  /** So late before the appointment even the quiet hours do not hold a message back. */
  public static final Duration URGENT = Duration.ofHours(2);

  /** So long after they acted people are awake, and wait for their answer. */
  private static final Duration AWAKE = Duration.ofHours(1);

  @Inject Sites sites;
  @Inject MessageSettingsStore settings;
  @Inject Correspondence correspondence;

  /**
   * @param awake the end of the quiet hours around {@code now}
   */
  public static boolean isUrgent(Instant awake, Instant now, Instant start) {
    return now.isBefore(start) && awake.isAfter(start.minus(URGENT));
  }

  @Override
  public Instant notBefore(OutboxMessage message, Instant now) {
    if (message.siteId() == null) {
      return now;
    }
    Site site = sites.findById(message.siteId());
    Instant awake = settings.of(site.id()).quietHours().next(now, site.zone());
    // What is of no use in the morning goes now, or never.
    if (!awake.isAfter(now) || awake.isAfter(message.giveUpAt())) {
      return now;
    }
    boolean goes =
        message.bookingId() == null
            ? !awake.isBefore(message.giveUpAt())
            : correspondence
                .addressee(message.bookingId())
                .filter(person -> cannotWait(message, person, awake, now))
                .isPresent();
    return goes ? now : awake;
  }

  private static boolean cannotWait(
      OutboxMessage message, Addressee person, Instant awake, Instant now) {
    // A reminder that gives up earlier has a successor in the morning.
    boolean last = !message.giveUpAt().isBefore(person.start().minus(ReminderPlan.LAST_OF_USE));
    return isAnswer(message, person, now) || (last && isUrgent(awake, now, person.start()));
  }

  /** To the person, who acted or was spoken to, or to a manager who wants it sent again. */
  private static boolean isAnswer(OutboxMessage message, Addressee person, Instant now) {
    if (Causes.isAgain(message.recipient())) {
      return now.isBefore(message.createdAt().plus(AWAKE));
    }
    boolean aboutChange =
        MessageKind.named(message.kind())
            .filter(kind -> !kind.reminds() && kind != MessageKind.waitlistOffer)
            .isPresent();
    if (!aboutChange || !now.isBefore(person.changedAt().plus(AWAKE))) {
      return false;
    }
    ChangeDetail change = ChangeDetail.of(message);
    return change.byVisitor() || change.told();
  }
}
