package fr.porteouverte.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {
  private static boolean away(String state) {
    return DatabaseAway.caused(new IllegalStateException(new SQLException("words", state)));
  }

  @Test
  void a_database_that_hangs_up_stops_or_is_not_there_is_away() {
    assertThat(away("08006")).isTrue();
    assertThat(away("08001")).isTrue();
    assertThat(away("57P01")).isTrue();
    assertThat(away("57P03")).isTrue();
  }

  @Test
  void so_it_is_when_only_the_end_of_a_transaction_says_so() {
    IllegalStateException end = new IllegalStateException();
    end.addSuppressed(new IllegalStateException(new SQLException("words", "08006")));
    assertThat(DatabaseAway.caused(end)).isTrue();
  }

  @Test
  void a_statement_that_is_wrong_is_a_fault_of_ours() {
    assertThat(away("42P01")).isFalse();
    assertThat(away("23505")).isFalse();
    assertThat(away(null)).isFalse();
    assertThat(DatabaseAway.caused(new IllegalStateException())).isFalse();
  }
}
