package fr.porteouverte.slot;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.job.Job;
import fr.porteouverte.problem.Wordless;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** Keeps 13 weeks of rows ahead: every night, and when a process starts. Any number may run. */
@ApplicationScoped
class RollingWindow implements Job {
  private static final Logger LOG = Logger.getLogger(RollingWindow.class);

  @Inject Materialiser materialiser;
  @Inject CalendarSettings settings;
  @Inject ExecutorService background;

  void start(@Observes StartupEvent event) {
    if (settings.atStart()) {
      background.execute(this::run);
    }
  }

  @Override
  public String name() {
    return "slot-rolling-window";
  }

  @Override
  public Schedule schedule() {
    return new Daily(settings.nightly());
  }

  @Override
  public void run() {
    try {
      int permanences = materialiser.ahead();
      if (permanences > 0) {
        LOG.infof("the calendars of %d permanences were extended", permanences);
      }
    } catch (RuntimeException failure) {
      // The next night, or another process, does what is left.
      LOG.error("the calendars were not extended to the end", Wordless.of(failure));
    }
  }
}
