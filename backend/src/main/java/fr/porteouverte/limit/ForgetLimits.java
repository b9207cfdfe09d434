package fr.porteouverte.limit;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Who has not asked for a while has everything back: their row says nothing any more. */
@ApplicationScoped
class ForgetLimits implements Job {
  @Inject SharedCounts counts;

  @Override
  public String name() {
    return "limit-forget";
  }

  @Override
  public Schedule schedule() {
    return FixedDelay.of(Duration.ofMinutes(10));
  }

  @Override
  public void run() {
    counts.forget();
  }
}
