package fr.porteouverte.imports.change;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.imports.ImportReport;
import fr.porteouverte.imports.ImportReports;
import fr.porteouverte.imports.ImportState;
import fr.porteouverte.job.Job;
import fr.porteouverte.job.JobSettings;
import fr.porteouverte.job.Workers;
import fr.porteouverte.problem.Busy;
import fr.porteouverte.problem.Wordless;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Goes on with imports beside the requests: right after one was asked for, and as a job for those
 * of a process that died. One that was cut off wrote nothing, and begins anew.
 */
@ApplicationScoped
public class ImportWork implements Job {
  private static final Logger LOG = Logger.getLogger(ImportWork.class);
  private static final Duration PAUSE = Duration.ofSeconds(15);

  @Inject Importing importing;
  @Inject ImportReports reports;
  @Inject JobSettings jobs;
  @Inject Clock clock;
  private ExecutorService worker;

  @PostConstruct
  void open() {
    worker = Executors.newSingleThreadExecutor(Workers.named("imports"));
  }

  void stop(@Observes ShutdownEvent stop) {
    Workers.end(worker);
  }

  void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportAsked some) {
    if (jobs.run()) {
      worker.execute(this::run);
    }
  }

  @Override
  public String name() {
    return "imports";
  }

  @Override
  public Schedule schedule() {
    return FixedDelay.of(PAUSE);
  }

  private record Due(long id, ImportState state) {}

  @Override
  public void run() {
    for (Due due : due()) {
      try {
        if (due.state() == ImportState.waiting) {
          importing.look(due.id());
        } else {
          importing.apply(due.id());
        }
      } catch (Busy | OptimisticLockException laterAgain) {
        // Somebody else has the locks, or changed a house while it was compared.
        return;
      } catch (RuntimeException failure) {
        LOG.warnf(
            Wordless.of(failure), "The import %d failed; nothing of it was written", due.id());
        QuarkusTransaction.requiringNew()
            .run(() -> reports.findByIdOptional(due.id()).ifPresent(r -> r.fail(clock.instant())));
      }
    }
  }

  private List<Due> due() {
    return QuarkusTransaction.requiringNew()
        .call(() -> reports.due().stream().map(ImportWork::due).toList());
  }

  private static Due due(ImportReport report) {
    return new Due(report.id(), report.state());
  }
}
