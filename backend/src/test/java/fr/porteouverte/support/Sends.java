package fr.porteouverte.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** How often PostgreSQL is asked something, as its driver tells: once for each round trip. */
public final class Sends extends Handler {
  private final Logger driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
  private final Map<Long, Integer> byThread = new ConcurrentHashMap<>();

  private Sends() {}

  /**
   * @return the most that one thread sent meanwhile: a request's, while nothing else works
   */
  public static int of(Runnable request) {
    Sends sends = new Sends();
    Level before = sends.driver.getLevel();
    sends.setLevel(Level.ALL);
    sends.driver.setLevel(Level.ALL);
    sends.driver.addHandler(sends);
    sends.driver.setUseParentHandlers(false);
    try {
      request.run();
    } finally {
      sends.driver.removeHandler(sends);
      sends.driver.setLevel(before);
      sends.driver.setUseParentHandlers(true);
    }
    return sends.byThread.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  @Override
  public void publish(LogRecord line) {
    if (line.getMessage() != null && line.getMessage().contains("FE=> Sync")) {
      byThread.merge(line.getLongThreadID(), 1, Integer::sum);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
