package fr.porteouverte.message.call;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.MessageState;
import fr.porteouverte.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** A call that nobody made before the appointment is over, and says so. */
@ApplicationScoped
class OverdueCalls implements Job {
  @Inject Outbox outbox;
  @Inject Transactions transactions;
  @Inject Clock clock;

  @Override
  public String name() {
    return "message-overdue-calls";
  }

  @Override
  public Schedule schedule() {
    return FixedDelay.ofMinutes(30);
  }

  @Override
  public void run() {
    transactions.run(
        () ->
            outbox.update(
                "state = ?1, reason = 'too-late', settledAt = ?2 where channel = ?3 and state = ?4"
                    + " and giveUpAt <= ?2",
                MessageState.expired,
                clock.instant(),
                MessageChannel.call,
                MessageState.waiting));
  }
}
