package fr.porteouverte.operating;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Where traces go, and which requests have one. Made only when a collector is set. */
class Traces {
  /** A collector that hangs holds nobody up: what does not go is dropped. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Produces
  @Singleton
  SpanExporter exporter(TraceSettings settings) {
    String base = settings.endpoint().orElseThrow().toString().replaceAll("/+$", "");
    OtlpHttpSpanExporterBuilder collector =
        OtlpHttpSpanExporter.builder().setEndpoint(base + "/v1/traces").setTimeout(PATIENCE);
    settings.authorization().ifPresent(word -> collector.addHeader("Authorization", word));
    return new DiscreetExporter(collector.build());
  }

  @Produces
  @Singleton
  Sampler sampler(TraceSettings settings) {
    return new RequestSampler(settings.ratio());
  }
}
