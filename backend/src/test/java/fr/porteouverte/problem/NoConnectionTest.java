package fr.porteouverte.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words are those of the pool: none of them may become a fault of ours (500). */
class NoConnectionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sorry, acquisition timeout!",
        "Acquisition timeout while waiting for new connection",
        "Acquisition timeout on health check"
      })
  void whoever_gets_no_connection_in_time_is_told_to_come_back(String words) {
    assertThat(ProblemMapper.noConnection(new IllegalStateException(new SQLException(words))))
        .isTrue();
  }

  @Test
  void what_the_database_itself_says_is_something_else() {
    assertThat(ProblemMapper.noConnection(new SQLException("acquisition timeout", "57014")))
        .isFalse();
  }
}
