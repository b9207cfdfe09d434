package fr.porteouverte;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The words of a failure quote what was written, such as a mail's address: a log gets it as {@code
 * Wordless}, or its class alone.
 */
class LogArchitectureTest {
  private static final Pattern STATEMENT = Pattern.compile("\\bLOG\\.\\w+\\([^;]*;");
  private static final Pattern FAILURE =
      Pattern.compile("(?:catch \\([^)]*?|(?:Throwable|\\w*Exception) )(\\w+)\\)");

  @Test
  void a_log_gets_no_failure_with_its_words() throws IOException {
    List<String> wrong = new ArrayList<>();
    int looked = 0;
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(one -> one.toString().endsWith(".java")).toList()) {
        String text = Files.readString(source);
        List<String> names =
            FAILURE.matcher(text).results().map(found -> found.group(1)).distinct().toList();
        Matcher statements = STATEMENT.matcher(text);
        while (statements.find()) {
          looked++;
          if (names.stream().anyMatch(name -> quotes(statements.group(), name))) {
            wrong.add(source + ": " + statements.group());
          }
        }
      }
    }
    assertThat(looked).isGreaterThan(20);
    assertThat(wrong).isEmpty();
  }

  private static boolean quotes(String statement, String failure) {
    return statement.contains("context.failure()") && !statement.contains("Wordless.of(")
        || Pattern.compile("[(,]\\s*" + failure + "\\s*[,)]")
            .matcher(statement.replaceAll("Wordless\\.of\\(\\w+\\)", ""))
            .find()
        || Pattern.compile("\\b" + failure + "\\.(getMessage|toString)\\(")
            .matcher(statement)
            .find();
  }
}
