package fr.porteouverte.job;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** The threads on which work is done that no request asked for. */
public final class Workers {
  /** Who stops the process waits this long for what is under way. */
  static final Duration LAST_WORK = Duration.ofSeconds(20);

  private static final Logger LOG = Logger.getLogger(Workers.class);

  private Workers() {}

  /** With the class loader of the application, which a thread of a library would not have. */
  public static ThreadFactory named(String name) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
      thread.setContextClassLoader(loader);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** What is under way is noted while there still is a database. */
  public static void end(ExecutorService workers) {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(LAST_WORK.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("Some work is still under way: a message may go twice, the rest is done again");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
