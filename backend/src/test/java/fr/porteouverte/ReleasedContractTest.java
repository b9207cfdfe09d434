package fr.porteouverte;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/**
 * Whoever built on the last release goes on: the contract takes nothing away from {@code
 * docs/released/openapi.yaml}, and asks for nothing new. A release copies the contract there
 * ({@code -Dreleased.renew=true}; see CONTRIBUTING).
 */
class ReleasedContractTest {
  private static final Path RELEASED = Path.of("docs/released/openapi.yaml");
  private static final Path NOW = Path.of("../openapi.yaml");

  @Test
  void nothing_that_was_released_is_broken() throws IOException {
    String now = Files.readString(NOW);
    if (Boolean.getBoolean("released.renew")) {
      Files.createDirectories(RELEASED.getParent());
      Files.writeString(RELEASED, now);
    }
    assertThat(broken(Files.readString(RELEASED), now)).isEmpty();
  }

  @Test
  void an_operation_that_is_gone_and_a_field_that_is_suddenly_needed_break_something()
      throws IOException {
    String now = Files.readString(NOW);
    assertThat(broken(now, now.replace("/api/v1/problems:", "/api/v1/refusals:"))).isNotEmpty();
    assertThat(
            broken(
                now,
                now.replace(
                    "    VisitorRequest:\n      required:\n",
                    "    VisitorRequest:\n      required:\n      - phone\n")))
        .as("a field that is needed now")
        .isNotEmpty();
  }

  @Test
  void an_operation_more_breaks_nothing() throws IOException {
    String now = Files.readString(NOW);
    String more =
        now.replace(
            "paths:\n",
            "paths:\n  /api/v1/something-new:\n    get:\n      operationId: somethingNew\n"
                + "      responses:\n        \"204\":\n          description: Done\n");
    assertThat(broken(now, more)).isEmpty();
  }

  private static List<String> broken(String before, String after) {
    ChangedOpenApi difference = OpenApiCompare.fromContents(before, after);
    if (difference.isCompatible()) {
      return List.of();
    }
    return Stream.concat(
            difference.getMissingEndpoints().stream()
                .map(gone -> gone.getMethod() + " " + gone.getPathUrl() + " is gone"),
            difference.getChangedOperations().stream()
                .filter(changed -> changed.isIncompatible())
                .map(
                    changed ->
                        changed.getHttpMethod() + " " + changed.getPathUrl() + " is not as it was"))
        .toList();
  }
}
