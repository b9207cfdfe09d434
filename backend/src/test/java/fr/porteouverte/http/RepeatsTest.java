package fr.porteouverte.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Over the whole contract: what makes something takes a key, and says when it is a repeat. */
class RepeatsTest {
  private static final OpenAPI CONTRACT =
      new OpenAPIV3Parser().read(Path.of("../openapi.yaml").toString());

  /** What they make is thrown away by the next one: nothing is doubled. */
  private static final Set<String> LOOKS = Set.of("previewCommunes", "previewSites");

  private static List<Operation> posts(Predicate<Operation> wanted) {
    return CONTRACT.getPaths().values().stream()
        .map(path -> path.getPost())
        .filter(post -> post != null && wanted.test(post))
        .toList();
  }

  private static boolean takesKey(Operation post) {
    return post.getParameters() != null
        && post.getParameters().stream().anyMatch(one -> "Idempotency-Key".equals(one.getName()));
  }

  @Test
  void whatever_makes_something_takes_a_key() {
    Set<String> without = new TreeSet<>();
    posts(post -> post.getResponses().containsKey("201") && !takesKey(post))
        .forEach(post -> without.add(post.getOperationId()));
    assertThat(without).isEqualTo(LOOKS);
    assertThat(posts(RepeatsTest::takesKey).stream().map(Operation::getOperationId))
        .contains("cancelBooking", "bookFollowUp");
  }

  @Test
  void whatever_takes_a_key_says_that_it_tells_of_a_repeat() {
    assertThat(posts(RepeatsTest::takesKey))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            post ->
                assertThat(
                        post.getResponses().entrySet().stream()
                            .filter(answer -> answer.getKey().startsWith("2")))
                    .as(post.getOperationId())
                    .isNotEmpty()
                    .allMatch(
                        answer ->
                            answer.getValue().getHeaders().containsKey("Idempotent-Replayed")));
  }

  @Test
  void whatever_is_made_has_a_place() {
    assertThat(posts(post -> post.getResponses().containsKey("201")))
        .allSatisfy(
            post ->
                assertThat(post.getResponses().get("201").getHeaders())
                    .as(post.getOperationId())
                    .containsKey("Location"));
  }
}
