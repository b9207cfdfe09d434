package fr.porteouverte.message.reminder;

import fr.porteouverte.booking.BookingState;
import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.message.Causes;
import fr.porteouverte.message.MessageKind;
import fr.porteouverte.message.Ways;
import fr.porteouverte.message.call.CallDay;
import fr.porteouverte.message.settings.MessageSettings;
import fr.porteouverte.message.settings.MessageSettingsStore;
import fr.porteouverte.outbox.Draft;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.MessageState;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Plans reminders when a booking is made or moved, and anew when its house changes its mind. */
@ApplicationScoped
public class Reminders {
  static final List<String> KINDS =
      List.of(MessageKind.reminder.name(), MessageKind.morningReminder.name());

  @Inject Outbox outbox;
  @Inject Correspondence correspondence;
  @Inject MessageSettingsStore settings;
  @Inject Ways ways;
  @Inject Sites sites;
  @Inject CallDay callDay;
  @Inject Clock clock;

  /**
   * What is to be written of a booking.
   *
   * @param told when the person last heard of this time
   */
  public List<Draft> of(
      Addressee person, MessageChannel channel, MessageSettings house, Instant told) {
    if (channel == MessageChannel.call) {
      Site site = sites.findById(person.siteId());
      return callDay
          .before(person.start(), site, told)
          .map(due -> draft(person, channel, MessageKind.reminder, due, person.start()))
          .stream()
          .toList();
    }
    return ReminderPlan.of(house, person.zone(), person.start(), told).stream()
        .map(reminder -> draft(person, channel, reminder.kind(), reminder.due(), reminder.giveUp()))
        .toList();
  }

  private static Draft draft(
      Addressee person, MessageChannel channel, MessageKind kind, Instant due, Instant giveUp) {
    return new Draft(
        kind.name(),
        Causes.change(person),
        Causes.recipient(person, channel),
        channel,
        person.siteId(),
        person.bookingId(),
        null,
        due,
        giveUp);
  }

  /**
   * Another way is wished, or the old one leads nowhere: reminders that wait go the new one.
   *
   * @param now empty: there is none
   */
  public void reroute(Addressee person, Optional<MessageChannel> now) {
    outbox
        .getEntityManager()
        .createQuery(
            "delete from OutboxMessage m where m.bookingId = :booking and m.kind in :kinds and"
                + " m.state = :waiting and m.leasedBy is null and m.attempts = 0")
        .setParameter("booking", person.bookingId())
        .setParameter("kinds", KINDS)
        .setParameter("waiting", MessageState.waiting)
        .executeUpdate();
    if (person.state() == BookingState.booked) {
      now.ifPresent(
          channel -> planLate(person, channel, settings.of(person.siteId()), clock.instant()));
    }
  }

  /** The house's settings changed: what has not gone is planned as they say now. */
  public void planAnew(long siteId, MessageSettings house) {
    Instant now = clock.instant();
    outbox
        .getEntityManager()
        .createQuery(
            "delete from OutboxMessage m where m.siteId = :site and m.kind in :kinds and m.channel"
                + " <> :call and m.state = :waiting and m.attempts = 0")
        .setParameter("site", siteId)
        .setParameter("kinds", KINDS)
        .setParameter("call", MessageChannel.call)
        .setParameter("waiting", MessageState.waiting)
        .executeUpdate();
    for (Addressee person : correspondence.upcoming(siteId, now, now.plus(Duration.ofDays(400)))) {
      ways.of(person)
          .filter(channel -> channel != MessageChannel.call)
          .ifPresent(channel -> planLate(person, channel, house, now));
    }
  }

  /** As when it was made or moved; a reminder whose time has passed is not sent after all. */
  void planLate(Addressee person, MessageChannel channel, MessageSettings house, Instant now) {
    if (channel == MessageChannel.call) {
      outbox.writeLater(of(person, channel, house, person.changedAt()));
      return;
    }
    outbox.writeLater(
        of(person, channel, house, person.changedAt()).stream()
            .filter(reminder -> reminder.due().isAfter(now))
            .toList());
  }
}
