package fr.porteouverte.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import fr.porteouverte.problem.Wordless;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Wakes whoever does the work that comes back, through a library whose jobs are rows: they survive
 * a restart, and when a process dies another one takes its jobs over half a minute later.
 */
@ApplicationScoped
class Jobs {
  /** Besides the lanes: for a long job of the night, and for what must not wait for it. */
  private static final int THREADS = 2;

  private static final Logger LOG = Logger.getLogger(Jobs.class);

  @Inject DataSource database;
  @Inject JobSettings settings;
  @Inject @Any Instance<Job> jobs;
  @Inject @Any Instance<Lanes> lanes;
  @Inject Clock clock;
  private @Nullable Scheduler scheduler;
  private @Nullable ExecutorService workers;

  void start(@Observes StartupEvent start) {
    if (settings.run()) {
      begin();
    }
  }

  void begin() {
    List<Task<?>> tasks = new ArrayList<>();
    for (Lanes work : lanes) {
      for (int number = 1; number <= work.count(); number++) {
        tasks.add(lane(work, work.name() + "-" + number));
      }
    }
    int threads = tasks.size() + THREADS;
    jobs.forEach(job -> tasks.add(recurring(job)));
    workers = Executors.newFixedThreadPool(threads, Workers.named("job"));
    scheduler =
        Scheduler.create(database, List.of())
            .schedulerName(new SchedulerName.Fixed(processName()))
            .startTasks(startable(tasks))
            .executorService(workers)
            .threads(threads)
            .pollingInterval(Duration.ofSeconds(2))
            .heartbeatInterval(settings.heartbeat())
            .missedHeartbeatsLimit(4)
            .deleteUnresolvedAfter(Duration.ofDays(1))
            .failureLogging(LogLevel.WARN, false) // the stack comes from us, without its words
            .shutdownMaxWait(Workers.LAST_WORK)
            .build();
    scheduler.start();
  }

  void stop(@Observes ShutdownEvent stop) {
    end();
  }

  void end() {
    if (scheduler != null && workers != null) {
      scheduler.stop();
      Workers.end(workers);
    }
  }

  private CustomTask<Void> lane(Lanes work, String name) {
    return Tasks.custom(name, Void.class)
        .scheduleOnStartup("only", null, now -> now)
        .onFailure((complete, again) -> again.reschedule(complete, next(work.pause())))
        .onDeadExecutionRevive()
        .execute(
            (lane, context) -> {
              boolean more = logged(name, work::run);
              Duration pause = more ? Duration.ZERO : work.pause();
              return (complete, again) -> again.reschedule(complete, next(pause));
            });
  }

  private static RecurringTask<Void> recurring(Job job) {
    return Tasks.recurring(job.name(), job.schedule())
        .execute((instance, context) -> logged(job.name(), Executors.callable(job::run)));
  }

  /**
   * In a request's context, as Keycloak's client wants one: nobody asked, so it is the job's own.
   */
  private static <T> T logged(String name, Callable<T> work) {
    ManagedContext context = Arc.container().requestContext();
    context.activate();
    try {
      return work.call();
    } catch (Exception failure) {
      LOG.warnf(Wordless.of(failure), "The job %s failed, and will be tried again", name);
      throw new IllegalStateException(failure.getClass().getName());
    } finally {
      context.terminate();
    }
  }

  /** For who reads the table: its number and its machine, of at most 50 letters. */
  private static String processName() {
    String host = new SchedulerName.Hostname().getName();
    String name = ProcessHandle.current().pid() + "@" + host;
    return name.substring(0, Math.min(name.length(), 50));
  }

  private Instant next(Duration pause) {
    return clock.instant().plus(pause);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Task<?> & OnStartup> List<T> startable(List<Task<?>> tasks) {
    return (List<T>) (List<?>) tasks;
  }
}
