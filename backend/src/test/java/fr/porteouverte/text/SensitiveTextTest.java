package fr.porteouverte.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a note must not have in it. The examples are the app's, too. */
class SensitiveTextTest {
  private static final Path EXAMPLES = Path.of("../frontend/src/staff/sensitive.cases.json");

  @TestFactory
  List<DynamicTest> each_example_is_seen_for_what_it_is() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode one : new ObjectMapper().readTree(EXAMPLES.toFile())) {
      String text = one.get("text").asText();
      String kind = one.get("kind").isNull() ? null : one.get("kind").asText();
      tests.add(
          DynamicTest.dynamicTest(
              text,
              () ->
                  assertThat(SensitiveText.in(text).map(Enum::name).orElse(null)).isEqualTo(kind)));
    }
    return tests;
  }

  @Test
  void spaces_that_are_pasted_along_hide_no_number() {
    assertThat(SensitiveText.in("1\u00A085\u00A005\u00A078\u00A0006\u00A0084\u00A091"))
        .contains(SensitiveText.Kind.nir);
    assertThat(SensitiveText.in("4970\u202F1000\u202F0000\u202F0154"))
        .contains(SensitiveText.Kind.card);
  }

  @Test
  void of_every_number_with_a_right_key_only_that_key_is_refused() {
    for (int order = 1; order < 200; order++) {
      String number = String.format("1850578006%03d", order);
      long key = 97 - Long.parseLong(number) % 97;
      assertThat(SensitiveText.in(number + String.format("%02d", key))).as(number).isPresent();
      assertThat(SensitiveText.in("x " + number + String.format("%02d", key % 97 + 1) + " x"))
          .as(number)
          .isNotEqualTo(Optional.of(SensitiveText.Kind.nir));
    }
  }
}
