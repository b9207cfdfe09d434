package fr.porteouverte.waitlist;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Takes off the list who is past waiting, and deletes what was offered long ago. */
@ApplicationScoped
class ForgetPast implements Job {
  /** How long offers are kept: they are counted for a local day. */
  private static final Duration KEPT = Duration.ofDays(2);

  @Inject Transactions transactions;
  @Inject WaitlistEntries entries;
  @Inject WaitlistOffers offers;
  @Inject Clock clock;

  @Override
  public String name() {
    return "waitlist-forget-past";
  }

  @Override
  public Schedule schedule() {
    return FixedDelay.ofMinutes(5);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    transactions.run(() -> entries.endPast(now));
    transactions.run(() -> offers.deletePast(now.minus(KEPT)));
  }
}
