package fr.porteouverte.booking.proof;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** From where a booking was made is forgotten, and so are proofs that nobody can use any more. */
@ApplicationScoped
class ForgetTakers implements Job {
  @Inject Transactions transactions;
  @Inject TakenPlaces taken;
  @Inject UsedProofs used;
  @Inject ProofSettings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "booking-forget-takers";
  }

  @Override
  public Schedule schedule() {
    return FixedDelay.ofHours(1);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    transactions.run(() -> taken.forgetSources(now.minus(settings.rememberAddresses())));
    transactions.run(() -> used.forget(now));
  }
}
