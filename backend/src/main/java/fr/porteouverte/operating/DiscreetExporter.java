package fr.porteouverte.operating;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Sends on of each span what may be told ({@link DiscreetSpan}), and nothing else. A collector that
 * is away is said once, and once that it is back: the library's own words, with a trace at each
 * batch, are off.
 */
final class DiscreetExporter implements SpanExporter {
  private static final Logger LOG = Logger.getLogger(DiscreetExporter.class);

  private final SpanExporter collector;
  private final AtomicBoolean away = new AtomicBoolean();

  DiscreetExporter(SpanExporter collector) {
    this.collector = collector;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    List<SpanData> discreet = spans.stream().<SpanData>map(DiscreetSpan::new).toList();
    CompletableResultCode sent = collector.export(discreet);
    sent.whenComplete(() -> heard(sent.isSuccess()));
    return sent;
  }

  private void heard(boolean taken) {
    if (away.compareAndSet(taken, !taken)) {
      if (taken) {
        LOG.info("The collector of traces takes them again");
      } else {
        LOG.warn("The collector of traces does not take them: they are lost, nothing else is");
      }
    }
  }

  @Override
  public CompletableResultCode flush() {
    return collector.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return collector.shutdown();
  }
}
