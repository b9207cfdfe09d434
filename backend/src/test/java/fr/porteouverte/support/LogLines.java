package fr.porteouverte.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the product writes into its log, as long as it is open. */
public final class LogLines extends Handler implements AutoCloseable {
  private final List<LogRecord> lines = new CopyOnWriteArrayList<>();

  public LogLines() {
    Logger.getLogger("").addHandler(this);
    Logger.getLogger(LogLines.class.getName()).info("listening");
    if (lines.isEmpty()) {
      throw new IllegalStateException("the log is not heard");
    }
  }

  /** Lines from WARN on, and whatever has a trace. */
  public List<String> complaints() {
    return lines.stream()
        .filter(
            line ->
                line.getThrown() != null || line.getLevel().intValue() >= Level.WARNING.intValue())
        .map(line -> line.getLoggerName() + " " + line.getMessage() + " " + line.getThrown())
        .toList();
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(line);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(this);
  }
}
