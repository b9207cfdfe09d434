package fr.porteouverte.outbox;

import fr.porteouverte.job.JobSettings;
import fr.porteouverte.job.Workers;
import fr.porteouverte.problem.Wordless;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Who books at a screen has the mail at once: this process sends right after the commit, and when
 * it starts: the jobs of one that was killed are nobody's for a while. A wake that is lost delays
 * until a job looks, and loses nothing.
 */
@ApplicationScoped
class Wake {
  private static final Logger LOG = Logger.getLogger(Wake.class);

  @Inject Dispatcher dispatcher;
  @Inject JobSettings jobs;
  private final AtomicBoolean asked = new AtomicBoolean();
  private ExecutorService worker;

  @PostConstruct
  void open() {
    worker = Executors.newSingleThreadExecutor(Workers.named("outbox-wake"));
  }

  void start(@Observes StartupEvent start) {
    if (jobs.run()) {
      worker.execute(() -> send(() -> dispatcher.run(OutboxLanes.TURN)));
    }
  }

  void stop(@Observes ShutdownEvent stop) {
    Workers.end(worker);
  }

  void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Written something) {
    if (jobs.run() && asked.compareAndSet(false, true)) {
      worker.execute(
          () -> {
            asked.set(false);
            send(dispatcher::runFresh);
          });
    }
  }

  private static void send(Runnable sending) {
    try {
      sending.run();
    } catch (RuntimeException failure) {
      LOG.warn("The messages wait for the next look", Wordless.of(failure));
    }
  }
}
