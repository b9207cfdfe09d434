package fr.porteouverte.support;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The product's clock in tests: stands still where a test puts it. */
@ApplicationScoped
public class TestClock {
  /** A Monday at 8 h in Paris, in winter. */
  public static final Instant MONDAY = Instant.parse("2026-11-23T07:00:00Z");

  private volatile Instant now = MONDAY;

  @Produces
  @Alternative
  @Priority(1)
  @ApplicationScoped
  Clock clock() {
    return new Standing();
  }

  public Instant now() {
    return now;
  }

  public void set(Instant instant) {
    now = instant.truncatedTo(ChronoUnit.MICROS);
  }

  public void advance(Duration by) {
    set(now.plus(by));
  }

  public void reset() {
    set(MONDAY);
  }

  private final class Standing extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
