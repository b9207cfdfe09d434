package fr.porteouverte.webhook;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** The log of deliveries is kept as long as the changes that they tell of. */
@ApplicationScoped
class ForgetDeliveries implements Job {
  @Inject Deliveries deliveries;
  @Inject WebhookSettings settings;
  @Inject Transactions transactions;
  @Inject Clock clock;

  @Override
  public String name() {
    return "webhook-forget";
  }

  @Override
  public Schedule schedule() {
    return new Daily(ZoneOffset.UTC, LocalTime.of(2, 40));
  }

  @Override
  public void run() {
    transactions.run(() -> deliveries.forget(clock.instant().minus(settings.keep())));
  }
}
