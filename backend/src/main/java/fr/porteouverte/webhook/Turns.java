package fr.porteouverte.webhook;

import fr.porteouverte.job.Workers;
import fr.porteouverte.problem.Wordless;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Keeps the lanes free of who is slow or dead, however many they are: a lane waits for a turn for a
 * moment only, then goes on to the next address while that one is waited for beside it, under its
 * lease. Only when too many are waited for already does a lane wait for its own to the end.
 */
@ApplicationScoped
class Turns {
  private static final Logger LOG = Logger.getLogger(Turns.class);

  private final WebhookSettings settings;
  private final ThreadPoolExecutor beside;

  @Inject
  Turns(WebhookSettings settings) {
    this.settings = settings;
    this.beside =
        new ThreadPoolExecutor(
            0,
            settings.lanes() + settings.waiting(),
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Workers.named("webhook"));
  }

  void stop(@Observes ShutdownEvent stop) {
    Workers.end(beside);
  }

  /** Returns when the turn is over, or when it takes so long that others should have theirs. */
  void begin(Runnable turn) {
    Future<?> begun;
    try {
      begun = beside.submit(() -> logged(turn));
    } catch (RejectedExecutionException full) {
      turn.run();
      return;
    }
    try {
      begun.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      LOG.debug("A webhook is waited for beside its lane");
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a turn of a webhook failed");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void logged(Runnable turn) {
    ManagedContext context = Arc.container().requestContext();
    context.activate();
    try {
      turn.run();
    } catch (RuntimeException failure) {
      LOG.warnf(Wordless.of(failure), "A turn of a webhook failed; it comes again after its lease");
      throw failure;
    } finally {
      context.terminate();
    }
  }
}
