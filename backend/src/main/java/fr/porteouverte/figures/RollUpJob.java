package fr.porteouverte.figures;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.job.Job;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts each house's day soon after its midnight, and a corrected day soon after that. */
@ApplicationScoped
class RollUpJob implements Job {
  @Inject RollUp rollUp;

  @Override
  public String name() {
    return "figures-roll-up";
  }

  @Override
  public Schedule schedule() {
    return FixedDelay.ofMinutes(2);
  }

  @Override
  public void run() {
    rollUp.run();
  }
}
