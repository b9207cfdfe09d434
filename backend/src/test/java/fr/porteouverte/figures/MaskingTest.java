package fr.porteouverte.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody learns a number below five, neither from the table nor from its sums. */
class MaskingTest {

  private static Masking table(long... numbers) {
    Masking masking = new Masking();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      parts.add("r" + i);
      masking.cell("r" + i, numbers[i]);
    }
    return masking.sum("total", parts);
  }

  @Test
  void a_small_number_takes_the_next_one_along_so_that_the_total_does_not_tell_it() {
    assertThat(table(3, 40, 12).hidden()).containsExactlyInAnyOrder("r0", "r2");
    assertThat(table(30, 40, 12).hidden()).isEmpty();
    assertThat(table(0, 40, 12).hidden()).isEmpty();
  }

  @Test
  void two_small_numbers_that_are_less_than_five_together_need_a_third() {
    assertThat(table(1, 2, 40, 12).hidden()).containsExactlyInAnyOrder("r0", "r1", "r3");
    assertThat(table(3, 4, 40).hidden()).containsExactlyInAnyOrder("r0", "r1");
  }

  @Test
  void five_rows_that_are_five_together_are_one_each_so_another_one_is_hidden() {
    assertThat(table(1, 1, 1, 1, 1, 9).hidden()).contains("r5");
  }

  @Test
  void a_small_total_is_not_said_and_nor_is_what_would_tell_it() {
    assertThat(table(3, 0).hidden()).containsExactlyInAnyOrder("r0", "total");
    assertThat(table(2, 1).hidden()).containsExactlyInAnyOrder("r0", "r1", "total");
  }

  @Test
  void what_is_hidden_in_one_table_is_not_told_by_another_over_the_same_rows() {
    Masking masking = new Masking();
    masking.cell("rsa", 3).cell("apl", 40).cell("job", 20).cell("cv", 9);
    masking.sum("caf", List.of("rsa", "apl")).sum("travail", List.of("job", "cv"));
    masking.sum("visits", List.of("caf", "travail"));
    Set<String> hidden = masking.hidden();
    assertThat(hidden).containsExactlyInAnyOrder("rsa", "apl");
  }

  /**
   * Whoever knows the rule tries all worlds: for each hidden small number at least two fit what is
   * said.
   */
  @Test
  void no_world_is_the_only_one_that_fits() {
    Random random = new Random(11);
    for (int round = 0; round < 400; round++) {
      long[] numbers = new long[2 + random.nextInt(3)];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = random.nextInt(9);
      }
      Set<String> hidden = table(numbers).hidden();
      for (int i = 0; i < numbers.length; i++) {
        if (numbers[i] > 0 && numbers[i] < Masking.LEAST) {
          int row = i;
          assertThat(worlds(numbers, hidden).stream().map(world -> world[row]).distinct().count())
              .as("%s hides %s", java.util.Arrays.toString(numbers), hidden)
              .isGreaterThan(1);
        }
      }
    }
  }

  /**
   * All tables that look the same: hidden rows are at least one, and add up if the total is said.
   */
  private static List<long[]> worlds(long[] numbers, Set<String> hidden) {
    List<long[]> all = new ArrayList<>();
    long total = java.util.Arrays.stream(numbers).sum();
    fill(numbers.clone(), 0, hidden, all, hidden.contains("total") ? -1 : total);
    return all;
  }

  private static void fill(long[] world, int at, Set<String> hidden, List<long[]> all, long total) {
    if (at == world.length) {
      long sum = java.util.Arrays.stream(world).sum();
      if (total < 0 ? sum > 0 && sum < Masking.LEAST : sum == total) {
        all.add(world.clone());
      }
      return;
    }
    if (!hidden.contains("r" + at)) {
      fill(world, at + 1, hidden, all, total);
      return;
    }
    long was = world[at];
    for (long value = 1; value <= 12; value++) {
      world[at] = value;
      fill(world, at + 1, hidden, all, total);
    }
    world[at] = was;
  }
}
