package fr.porteouverte.message.rollcall;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.access.Colleagues.Person;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import fr.porteouverte.message.settings.MessageSettingsStore;
import fr.porteouverte.message.settings.QuietHours;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.problem.Wordless;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionHappened;
import fr.porteouverte.session.SessionLinks;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Asks partners whether they come. A job looks ahead and writes what is soon due; what is decided
 * meanwhile stops what has not gone.
 */
@ApplicationScoped
class RollCalls implements Job {
  private static final Logger LOG = Logger.getLogger(RollCalls.class);

  /** Written so long before it is due: a night, and a process that was down for a while. */
  private static final Duration AHEAD = Duration.ofDays(1);

  @Inject Sessions sessions;
  @Inject SessionLinks links;
  @Inject SessionAgents agents;
  @Inject MessageSettingsStore settings;
  @Inject Outbox outbox;
  @Inject Transactions transactions;
  @Inject Clock clock;

  @ConfigProperty(name = "porte-ouverte.roll-call.every", defaultValue = "30m")
  Duration every;

  @Override
  public String name() {
    return "message-roll-calls";
  }

  @Override
  public Schedule schedule() {
    return FixedDelay.of(every);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    Instant until = now.plus(AHEAD).plus(RollCallPlan.BEFORE_DEADLINE);
    List<Long> ids = transactions.call(() -> sessions.toConfirm(now, until));
    for (long id : ids) {
      try {
        transactions.run(() -> ask(id, now));
      } catch (RuntimeException failure) {
        // The next run asks again; the others do not wait for it. The failure may quote an address.
        LOG.errorf(Wordless.of(failure), "nobody was asked about session %d", id);
      }
    }
  }

  /** Who confirms or cancels meanwhile waits for the session's lock, and then stops it. */
  void ask(long id, Instant now) {
    sessions
        .lockedIfThere(id)
        .filter(session -> session.state() == SessionState.planned && !session.withdrawn())
        .ifPresent(session -> ask(session, now));
  }

  private void ask(Session session, Instant now) {
    ZoneId zone = session.permanence().site().zone();
    QuietHours quiet = settings.of(session.siteId()).quietHours();
    List<RollCallPlan.Call> due =
        RollCallPlan.of(quiet, zone, session.confirmBy(), session.start(), now).stream()
            .filter(call -> !call.due().isAfter(now.plus(AHEAD)))
            .toList();
    if (due.isEmpty()) {
      return;
    }
    String cause = RollCallCauses.asking(session.id(), sessions.round(session.id()));
    for (Person person : agents.of(session)) {
      String link = links.ensure(session, person.username(), now).toString();
      for (RollCallPlan.Call call : due) {
        outbox.write(
            RollCallDraft.of(
                call.kind(), cause, person.username(), session, link, call.due(), call.giveUp()));
      }
    }
  }

  /** Inside the transaction that decides. */
  void happened(@Observes SessionHappened what) {
    switch (what.kind()) {
      case confirmed, cancelled, held, absent, withdrawn ->
          outbox.supersede(
              RollCallKind.names(),
              RollCallCauses.asking(what.sessionId(), sessions.round(what.sessionId())),
              what.at());
      default -> {}
    }
  }
}
