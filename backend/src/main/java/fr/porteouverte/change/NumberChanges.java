package fr.porteouverte.change;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Gives changes their numbers when nobody reads: whoever comes back later finds little to do. */
@ApplicationScoped
class NumberChanges implements Job {
  @Inject ChangeFeed changes;

  @Override
  public String name() {
    return "change-number";
  }

  @Override
  public Schedule schedule() {
    return FixedDelay.of(Duration.ofMinutes(1));
  }

  @Override
  public void run() {
    changes.numberAll();
  }
}
