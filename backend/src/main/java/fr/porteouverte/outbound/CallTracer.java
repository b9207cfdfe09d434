package fr.porteouverte.outbound;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where no traces are made, neither are spans: the library's own tracer makes them for nobody then.
 */
class CallTracer {
  @Produces
  @Singleton
  @Calls
  Tracer tracer(
      Tracer ofTheLibrary, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
    return off ? TracerProvider.noop().get("none") : ofTheLibrary;
  }
}
