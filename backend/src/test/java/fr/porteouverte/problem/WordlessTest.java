package fr.porteouverte.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class WordlessTest {
  @Test
  void a_log_names_the_classes_and_the_place_and_no_word_that_was_said() {
    Exception cause = new IllegalArgumentException("invalid header value: Bearer s3cret");
    StringWriter log = new StringWriter();

    Wordless.of(new IllegalStateException("for jeanne@example.org", cause))
        .printStackTrace(new PrintWriter(log));

    assertThat(log.toString())
        .startsWith("java.lang.IllegalStateException")
        .contains("Caused by: java.lang.IllegalArgumentException", "WordlessTest.java")
        .doesNotContain("s3cret", "jeanne");
  }
}
