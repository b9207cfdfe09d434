package fr.porteouverte.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;

/** Says to who runs the installation how old is what this process keeps in memory. */
@ApplicationScoped
public class SnapshotAges {
  private static final double MILLIS = 1000;

  @Inject MeterRegistry registry;

  /**
   * @param name a word of the product's own
   * @param age asked at each scrape: must be quick
   */
  public void tell(String name, Supplier<Duration> age) {
    Gauge.builder("porteouverte.snapshot.age.seconds", age, now -> now.get().toMillis() / MILLIS)
        .description("How old is what a process gives from its memory, when it was last asked")
        .tag("snapshot", name)
        .strongReference(true)
        .register(registry);
  }
}
