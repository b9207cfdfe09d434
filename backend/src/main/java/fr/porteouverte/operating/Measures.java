package fr.porteouverte.operating;

import fr.porteouverte.job.Workers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last reading for whoever scrapes: so a scrape never waits for the database, and one
 * that is away shows as a reading that grows old. Each process reads for itself: they all say the
 * same, and an alert takes the greatest.
 */
@ApplicationScoped
class Measures {
  private static final Logger LOG = Logger.getLogger(Measures.class);
  private static final List<String> CHANNELS = List.of("email", "sms");

  @Inject Readings readings;
  @Inject MeterRegistry registry;
  @Inject OperatingSettings settings;
  @Inject Clock clock;

  // Not a job, which one process does for all: an operator sees of each whether it can read.
  private final ScheduledExecutorService reader =
      Executors.newSingleThreadScheduledExecutor(Workers.named("measures"));

  private volatile @Nullable Reading last;
  private volatile Instant begun = Instant.EPOCH;

  void start(@Observes StartupEvent start) {
    begun = clock.instant();
    gauge("holds", "Slots kept while somebody types", one -> one.now().holds());
    gauge("queue.waiting", "People who wait in a queue", one -> one.now().waiting());
    gauge("queue.houses", "Houses in which somebody waits", one -> one.now().houses());
    gauge(
        "queue.longest.seconds",
        "How long the first of all who wait has been there",
        one -> one.since(one.now().firstArrival()));
    gauge("calls.open", "People whom a clerk is to call", one -> one.now().calls());
    gauge(
        "changes.unnumbered.seconds",
        "Age of the oldest change that other systems cannot read yet",
        one -> one.since(one.now().firstUnnumbered()));
    gauge("jobs.late", "Jobs whose time came and that nobody took", one -> one.now().jobsLate());
    gauge("jobs.failing", "Jobs that failed three times running", one -> one.now().jobsFailing());
    for (String channel : CHANNELS) {
      message(channel, "due", "Messages that should go now", one -> one.of(channel).due());
      message(channel, "late", "Messages that should have gone", one -> one.of(channel).late());
      message(
          channel,
          "oldest.seconds",
          "Since when the oldest message that is due has been so",
          one -> one.since(one.of(channel).oldest()));
      message(
          channel,
          "failed",
          "Messages of the last day that were refused, came back or were too late",
          one -> one.of(channel).failed());
    }
    Gauge.builder("porteouverte.reading.age.seconds", this, Measures::age)
        .description("Age of what was read from the database; grows while it cannot be read")
        .register(registry);
    long pause = settings.measureEvery().toMillis();
    reader.scheduleWithFixedDelay(this::readAgain, 0, pause, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent stop) {
    Workers.end(reader);
  }

  /** In a request's context of its own, as Hibernate wants one. */
  private void readAgain() {
    ManagedContext context = Arc.container().requestContext();
    context.activate();
    try {
      measure();
    } catch (RuntimeException failure) {
      LOG.warnf("What waits could not be read: %s", failure.getClass().getName());
    } finally {
      context.terminate();
    }
  }

  void measure() {
    last = readings.read();
  }

  private double age() {
    Reading reading = last;
    Instant since = reading == null ? begun : reading.at();
    return Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
  }

  private void gauge(String name, String what, ToDoubleFunction<Reading> value) {
    Gauge.builder("porteouverte." + name, this, all -> all.value(value))
        .description(what)
        .register(registry);
  }

  private void message(String channel, String name, String what, ToDoubleFunction<Reading> value) {
    Gauge.builder("porteouverte.messages." + name, this, all -> all.value(value))
        .description(what)
        .tag("channel", channel)
        .register(registry);
  }

  /** Not a number before the first reading. */
  private double value(ToDoubleFunction<Reading> of) {
    Reading reading = last;
    return reading == null ? Double.NaN : of.applyAsDouble(reading);
  }
}
