package fr.porteouverte.limit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same rule over several processes, which share one PostgreSQL. */
@QuarkusTest
@Tag("postgresql")
class SharedCountsTest extends ApiTest {
  private static final Rule RULE = new Rule("writes", 300, Duration.ofHours(10));

  @Inject SharedCounts counts;
  @Inject Timetable timetable;

  @Test
  void two_processes_give_one_caller_no_more_than_one_does_but_for_a_part() {
    Limiter one = new Limiter(counts, new AtOnce());
    Limiter other = new Limiter(counts, new AtOnce());
    int granted = 0;
    for (int i = 0; i < 500; i++) {
      granted += (i % 2 == 0 ? one : other).take(RULE, "192.0.2.1").granted() ? 1 : 0;
    }
    assertThat(granted).isBetween(300, 330);
    Limiter third = new Limiter(counts, new AtOnce());
    int more = 0;
    while (third.take(RULE, "192.0.2.1").granted()) {
      more++;
    }
    assertThat(more).isEqualTo(RULE.batch());
    assertThat(third.take(RULE, "192.0.2.2").granted()).isTrue();
  }

  @Test
  void nobody_stands_in_the_rows_and_they_go_when_everything_is_back() throws Exception {
    Limiter one = new Limiter(counts, new AtOnce());
    Rule quick = new Rule("searches", 20, Duration.ofMillis(200));
    one.take(quick, "192.0.2.1");
    assertThat(timetable.number("select count(*) from caller_limit")).isEqualTo(1);
    assertThat(timetable.text("select id from caller_limit")).matches("[0-9a-f]{32}");
    counts.forget();
    assertThat(timetable.number("select count(*) from caller_limit")).isEqualTo(1);
    timetable.change("update caller_limit set expires_at = 1");
    counts.forget();
    assertThat(timetable.number("select count(*) from caller_limit")).isZero();
  }

  /** Tells before the request is answered, so that a test need not wait. */
  private static final class AtOnce extends AbstractExecutorService {
    @Override
    public void execute(Runnable work) {
      work.run();
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) {
      return true;
    }
  }
}
