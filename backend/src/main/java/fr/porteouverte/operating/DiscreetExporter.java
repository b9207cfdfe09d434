package fr.porteouverte.operating;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/** Sends on of each span what may be told ({@link DiscreetSpan}), and nothing else. */
record DiscreetExporter(SpanExporter collector) implements SpanExporter {
  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    List<SpanData> discreet = spans.stream().<SpanData>map(DiscreetSpan::new).toList();
    return collector.export(discreet);
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
