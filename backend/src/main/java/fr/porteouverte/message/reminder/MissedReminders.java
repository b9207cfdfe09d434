package fr.porteouverte.message.reminder;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.Correspondence.Addressee;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import fr.porteouverte.message.Causes;
import fr.porteouverte.message.Ways;
import fr.porteouverte.message.settings.MessageSettings;
import fr.porteouverte.message.settings.MessageSettingsStore;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.problem.Wordless;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Plans the reminders that nothing else did, such as of bookings that are older than a rule. */
@ApplicationScoped
class MissedReminders implements Job {
  private static final Logger LOG = Logger.getLogger(MissedReminders.class);

  /** How far ahead it looks: beyond the earliest reminder that a house may set. */
  private static final Duration AHEAD = Duration.ofDays(9);

  @Inject Reminders reminders;
  @Inject Correspondence correspondence;
  @Inject MessageSettingsStore settings;
  @Inject Ways ways;
  @Inject Sites sites;
  @Inject Outbox outbox;
  @Inject Transactions transactions;
  @Inject Clock clock;

  @Override
  public String name() {
    return "message-reminders";
  }

  @Override
  public Schedule schedule() {
    return FixedDelay.ofHours(6);
  }

  /** House by house; what goes wrong with one booking keeps no other from its reminders. */
  @Override
  public void run() {
    for (long siteId : transactions.call(sites::ids)) {
      Instant now = clock.instant();
      attempt("house", siteId, () -> unplanned(siteId, now).forEach(person -> plan(person, now)));
    }
  }

  private static void attempt(String what, long id, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      LOG.errorf(Wordless.of(failure), "%s %d was not looked through for reminders", what, id);
    }
  }

  private List<Addressee> unplanned(long siteId, Instant now) {
    return transactions.call(
        () -> {
          MessageSettings house = settings.of(siteId);
          List<Addressee> people = correspondence.upcoming(siteId, now, now.plus(AHEAD));
          if (people.isEmpty()) {
            return people;
          }
          Map<String, List<Outbox.Planned>> planned =
              outbox
                  .planned(Reminders.KINDS, people.stream().map(Addressee::bookingId).toList())
                  .stream()
                  .collect(Collectors.groupingBy(Outbox.Planned::cause));
          return people.stream()
              .filter(
                  person ->
                      lacks(planned.getOrDefault(Causes.change(person), List.of()), person, house))
              .toList();
        });
  }

  /** Who is called is called once, whatever the house plans for others. */
  private static boolean lacks(
      List<Outbox.Planned> planned, Addressee person, MessageSettings house) {
    Set<String> kinds = planned.stream().map(Outbox.Planned::kind).collect(Collectors.toSet());
    return planned.stream().noneMatch(one -> one.channel() == MessageChannel.call)
        && (kinds.isEmpty()
            || ReminderPlan.of(house, person.zone(), person.start(), person.changedAt()).stream()
                .anyMatch(reminder -> !kinds.contains(reminder.kind().name())));
  }

  private void plan(Addressee person, Instant now) {
    attempt("booking", person.bookingId(), () -> transactions.run(() -> planStill(person, now)));
  }

  /** Unless it changed since it was read: then it was planned. */
  private void planStill(Addressee person, Instant now) {
    if (correspondence.addressee(person.bookingId()).filter(person::equals).isPresent()) {
      ways.of(person)
          .ifPresent(
              channel -> reminders.planLate(person, channel, settings.of(person.siteId()), now));
    }
  }
}
