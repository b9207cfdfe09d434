package fr.porteouverte.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void it_is_as_old_as_whoever_asked_last_found_it() {
    List<Runnable> waiting = new ArrayList<>();
    Snapshot<Integer> served =
        new Snapshot<>(new Hand(), Duration.ofSeconds(30), reads::incrementAndGet, waiting::add);
    assertThat(served.age()).as("nothing is kept").isZero();
    served.get();
    now = now.plusSeconds(600);
    assertThat(served.age()).as("nobody has asked").isZero();
    served.get();
    assertThat(served.age()).isEqualTo(Duration.ofSeconds(600));
    now = now.plusSeconds(1);
    waiting.remove(0).run();
    assertThat(served.age()).as("it was read again").isZero();
  }

  @Test
  void the_old_one_is_given_while_somebody_reads_aside_and_only_one_reads() {
    List<Runnable> waiting = new ArrayList<>();
    Snapshot<Integer> served =
        new Snapshot<>(new Hand(), Duration.ofSeconds(30), reads::incrementAndGet, waiting::add);
    assertThat(served.get()).as("there is no old one yet").isEqualTo(1);
    served.forget();
    now = now.plusSeconds(60);
    assertThat(served.get()).isEqualTo(1);
    assertThat(served.get()).isEqualTo(1);
    assertThat(waiting).hasSize(1);
    waiting.remove(0).run();
    assertThat(served.get()).isEqualTo(2);
    assertThat(waiting).isEmpty();
  }

  @Test
  void what_changes_while_it_is_read_aside_is_read_once_more() {
    List<Runnable> waiting = new ArrayList<>();
    List<Runnable> during = new ArrayList<>();
    Snapshot<Integer> served =
        new Snapshot<>(
            new Hand(),
            Duration.ofSeconds(30),
            () -> {
              during.forEach(Runnable::run);
              during.clear();
              return reads.incrementAndGet();
            },
            waiting::add);
    served.get();
    during.add(served::forget);
    served.forget();
    waiting.remove(0).run();
    assertThat(waiting).hasSize(1);
    waiting.remove(0).run();
    assertThat(served.get()).isEqualTo(3);
  }

  @Test
  void what_cannot_be_read_aside_leaves_the_old_one_and_is_tried_again() {
    List<Runnable> waiting = new ArrayList<>();
    Snapshot<Integer> served =
        new Snapshot<>(
            new Hand(),
            Duration.ofSeconds(30),
            () -> {
              if (reads.incrementAndGet() == 2) {
                throw new IllegalStateException("no database");
              }
              return reads.get();
            },
            waiting::add);
    served.get();
    served.forget();
    waiting.remove(0).run();
    assertThat(served.get()).isEqualTo(1);
    waiting.remove(0).run();
    assertThat(served.get()).isEqualTo(3);
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
