package fr.porteouverte.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.LogLines;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

/** The database quotes what it refuses; the log does not. */
@QuarkusTest
class LogWordsTest extends ApiTest {
  @Inject EntityManager database;

  @Test
  void what_the_database_says_of_a_text_is_not_written_down() {
    try (LogLines log = new LogLines()) {
      assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(this::fail))
          .hasStackTraceContaining("jean@example.fr");
      assertThat(log.complaints()).noneMatch(line -> line.contains("jean@example.fr"));
    }
  }

  private void fail() {
    database
        .createNativeQuery("select cast('jean@example.fr' as integer)", Integer.class)
        .getResultList();
  }
}
