package fr.porteouverte.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two processes and the bucket that they share. */
class AllowanceTest {
  private static final Rule RULE = new Rule("writes", 300, Duration.ofHours(100));

  private final Bucket all = Bucket.builder().addLimit(RULE.bandwidth()).build();
  private final Allowance one = new Allowance(RULE);
  private final Allowance other = new Allowance(RULE);
  private int told;

  private boolean ask(Allowance process) {
    boolean granted = process.take().granted();
    if (process.isToTell()) {
      process.tell(
          many -> {
            told++;
            return all.asVerbose()
                .consumeIgnoringRateLimits(many)
                .getDiagnostics()
                .getAvailableTokens();
          });
    }
    return granted;
  }

  @Test
  void who_asks_two_processes_by_turns_gets_a_part_too_much_at_most() {
    int granted = 0;
    for (int i = 0; i < 1000; i++) {
      granted += ask(i % 2 == 0 ? one : other) ? 1 : 0;
    }
    assertThat(granted).isBetween(300, 300 + 2 * RULE.batch());
    assertThat(ask(one)).isFalse();
    assertThat(ask(other)).isFalse();
  }

  @Test
  void who_used_all_up_at_one_process_hears_so_soon_at_the_other() {
    for (int i = 0; i < 300; i++) {
      assertThat(ask(one)).isTrue();
    }
    int more = 0;
    while (ask(other)) {
      more++;
    }
    assertThat(more).isEqualTo(RULE.batch());
    assertThat(other.look().again()).isPositive();
  }

  @Test
  void the_database_is_asked_once_for_many_requests() {
    for (int i = 0; i < 300; i++) {
      ask(one);
    }
    assertThat(told).isEqualTo(20);
  }

  @Test
  void what_could_not_be_told_is_told_the_next_time() {
    for (int i = 0; i < RULE.batch(); i++) {
      one.take();
    }
    assertThat(one.isToTell()).isTrue();
    assertThatThrownBy(
            () ->
                one.tell(
                    many -> {
                      throw new IllegalStateException("away");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(one.isToTell()).isTrue();
    one.tell(
        many -> {
          told = many;
          return 0;
        });
    assertThat(told).isEqualTo(RULE.batch());
    assertThat(one.take().granted()).isFalse();
  }

  @Test
  void a_caller_reads_how_they_stand_as_the_standard_writes_it() {
    Standing first = new Allowance(new Rule("writes", 300, Duration.ofMinutes(1))).take();
    assertThat(first.policy()).isEqualTo("\"writes\";q=300;w=60");
    assertThat(first.limit()).isEqualTo("\"writes\";r=299;t=1");
  }
}
