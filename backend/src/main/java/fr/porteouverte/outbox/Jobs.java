package fr.porteouverte.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import fr.porteouverte.problem.Wordless;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Wakes the workers, through a library whose jobs are rows: they survive a restart, and when a
 * process dies another one takes its jobs over half a minute later.
 */
@ApplicationScoped
class Jobs {
  /** Batches after which a lane is anybody's again, so that processes share a mass. */
  static final int TURN = 5;

  /** Who stops the process waits this long for the message that is under way. */
  private static final Duration LAST_MESSAGE = Duration.ofSeconds(20);

  private static final Logger LOG = Logger.getLogger(Jobs.class);

  @Inject DataSource database;
  @Inject Dispatcher dispatcher;
  @Inject OutboxSettings settings;
  @Inject @Any Instance<Job> jobs;
  @Inject Clock clock;
  private @Nullable Scheduler scheduler;
  private @Nullable ExecutorService workers;

  void start(@Observes StartupEvent start) {
    if (!settings.jobs()) {
      return;
    }
    List<Task<?>> tasks = new ArrayList<>();
    for (int lane = 1; lane <= settings.lanes(); lane++) {
      tasks.add(lane(lane));
    }
    jobs.forEach(job -> tasks.add(recurring(job)));
    int threads = settings.lanes() + 1;
    workers = Executors.newFixedThreadPool(threads, threads("outbox"));
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
            .shutdownMaxWait(LAST_MESSAGE)
            .build();
    scheduler.start();
  }

  void stop(@Observes ShutdownEvent stop) {
    if (scheduler != null && workers != null) {
      dispatcher.stop();
      scheduler.stop();
      end(workers);
    }
  }

  /** What is under way is noted while there still is a database. */
  static void end(ExecutorService workers) {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(LAST_MESSAGE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("A message is still under way; it may go twice");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One of the places at which a batch is under way; it moves on to any process after a while. */
  private CustomTask<Void> lane(int number) {
    return Tasks.custom("outbox-lane-" + number, Void.class)
        .scheduleOnStartup("only", null, now -> now)
        .onFailure((complete, again) -> again.reschedule(complete, next(settings.every())))
        .onDeadExecutionRevive()
        .execute(
            (lane, context) -> {
              boolean more = logged("outbox-lane-" + number, () -> dispatcher.run(TURN));
              Duration pause = more ? Duration.ZERO : settings.every();
              return (complete, again) -> again.reschedule(complete, next(pause));
            });
  }

  /** For who reads the table: its number and its machine, of at most 50 letters. */
  private static String processName() {
    String host = new SchedulerName.Hostname().getName();
    String name = ProcessHandle.current().pid() + "@" + host;
    return name.substring(0, Math.min(name.length(), 50));
  }

  private static RecurringTask<Void> recurring(Job job) {
    return Tasks.recurring(job.name(), job.schedule())
        .execute((instance, context) -> logged(job.name(), Executors.callable(job::run)));
  }

  private static <T> T logged(String name, Callable<T> work) {
    try {
      return work.call();
    } catch (Exception failure) {
      LOG.warnf(Wordless.of(failure), "The job %s failed, and will be tried again", name);
      throw new IllegalStateException(failure.getClass().getName());
    }
  }

  private java.time.Instant next(Duration pause) {
    return clock.instant().plus(pause);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Task<?> & OnStartup> List<T> startable(List<Task<?>> tasks) {
    return (List<T>) (List<?>) tasks;
  }

  /** With the class loader of the application, which a thread of the library would not have. */
  static ThreadFactory threads(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
      thread.setContextClassLoader(loader);
      thread.setDaemon(true);
      return thread;
    };
  }
}
