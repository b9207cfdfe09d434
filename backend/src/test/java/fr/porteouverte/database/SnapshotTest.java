package fr.porteouverte.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private Instant now = Instant.parse("2026-11-23T07:00:00Z");
  private final AtomicInteger reads = new AtomicInteger();
  private final Snapshot<Integer> snapshot =
      new Snapshot<>(new Hand(), Duration.ofSeconds(30), reads::incrementAndGet);

  @Test
  void it_is_read_once_while_it_is_fresh() {
    assertThat(snapshot.get()).isEqualTo(1);
    now = now.plusSeconds(29);
    assertThat(snapshot.get()).isEqualTo(1);
  }

  @Test
  void it_is_read_again_when_it_is_old_or_forgotten() {
    snapshot.get();
    now = now.plusSeconds(30);
    assertThat(snapshot.get()).isEqualTo(2);
    snapshot.forget();
    assertThat(snapshot.get()).isEqualTo(3);
  }

  /** A clock moved by hand. */
  private final class Hand extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
