package fr.porteouverte.time;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {

  private static List<String> folded(String line) {
    StringBuilder text = new StringBuilder();
    CalendarText.fold(line, text);
    assertThat(text.toString()).endsWith("\r\n");
    return List.of(text.toString().split("\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "€", "👩‍👧", "e\u0301", "a\u0301é"})
  void long_lines_are_folded_by_octets_and_never_within_a_character(String letter) {
    for (int begin = 0; begin < 8; begin++) {
      String line = "x".repeat(begin) + letter.repeat(200);
      List<String> lines = folded(line);
      for (String one : lines) {
        assertThat(one.getBytes(UTF_8).length).isLessThanOrEqualTo(75);
        assertThat(Character.isLowSurrogate(one.charAt(one.startsWith(" ") ? 1 : 0))).isFalse();
        assertThat(new String(one.getBytes(UTF_8), UTF_8)).isEqualTo(one);
      }
      assertThat(lines.stream().skip(1)).allMatch(one -> one.startsWith(" "));
      assertThat(String.join("\r\n", lines).replace("\r\n ", "")).isEqualTo(line);
    }
  }

  @Test
  void a_line_of_75_octets_is_left_as_it_is() {
    assertThat(folded("a".repeat(75))).hasSize(1);
    assertThat(folded("a".repeat(76))).hasSize(2);
    assertThat(folded("a" + "é".repeat(37))).hasSize(1);
    assertThat(folded("aa" + "é".repeat(37))).hasSize(2);
  }

  @Test
  void an_accent_of_its_own_stays_with_its_letter() {
    List<String> lines = folded("a".repeat(74) + "e\u0301");
    assertThat(lines).containsExactly("a".repeat(74), " e\u0301");
  }

  @Test
  void a_letter_with_more_accents_than_a_line_holds_ends_too() {
    assertThat(String.join("", folded("e" + "\u0301".repeat(100)))).contains("e");
  }
}
