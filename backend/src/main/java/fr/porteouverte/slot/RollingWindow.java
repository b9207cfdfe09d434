package fr.porteouverte.slot;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** Keeps 13 weeks of rows ahead: every night, and when a process starts. Any number may run. */
@ApplicationScoped
class RollingWindow {
  private static final Logger LOG = Logger.getLogger(RollingWindow.class);

  @Inject Materialiser materialiser;
  @Inject CalendarSettings settings;
  @Inject ExecutorService background;

  void start(@Observes StartupEvent event) {
    if (settings.atStart()) {
      background.execute(this::moveOn);
    }
  }

  @Scheduled(
      cron = "${porte-ouverte.calendar.nightly:0 17 1 * * ?}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void moveOn() {
    try {
      int permanences = materialiser.ahead();
      if (permanences > 0) {
        LOG.infof("the calendars of %d permanences were extended", permanences);
      }
    } catch (RuntimeException failure) {
      // The next night, or another process, does what is left.
      LOG.error("the calendars were not extended to the end", failure);
    }
  }
}
