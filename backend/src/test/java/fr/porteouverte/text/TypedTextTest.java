package fr.porteouverte.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be typed, and how it is kept. */
class TypedTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\0",
        "\u001b[31m",
        "a\rb",
        "a\nb",
        "\u007f",
        "\u0085",
        "\u202egpj",
        "a\u061cb",
        "a\u2028b",
        "a\u2029b",
        "\u206ab",
        "\u206fb",
        "\ufff9a\ufffab\ufffb",
        "\ud800",
        "\uffff",
        "a\ue000",
        "a\uf8ffb",
        "\udb80\udc00", // private use beyond the first plane
        "\ud83f\udffe", // a noncharacter of the second plane
        "\udbff\udfff"
      })
  void what_nobody_types_is_refused_in_a_line(String odd) {
    assertThat(TypedText.clean(odd, false)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoé",
        "أحمد",
        "李小龙",
        "O’Neil-Œuvré",
        "👩‍👧 famille",
        "🫩 of Unicode 16",
        "\uff21"
      })
  void every_script_is_a_text(String text) {
    assertThat(TypedText.clean(text, false)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00a0",
        "\u200b\u200d",
        "\ufeff",
        "\u3000\u2003",
        "\u2800",
        "\u3164",
        "\ufe0f",
        "\u0301 \u0301"
      })
  void what_cannot_be_seen_is_nothing(String unseen) {
    assertThat(TypedText.clean(unseen, false)).isEmpty();
  }

  @Test
  void what_is_pasted_along_unseen_goes_and_letters_are_composed() {
    assertThat(TypedText.clean("\u200bjean@example.fr\ufeff", false)).isEqualTo("jean@example.fr");
    assertThat(TypedText.clean("Zoe\u0301", false)).isEqualTo("Zo\u00e9");
  }

  @Test
  void each_line_break_is_one_line_feed_where_lines_are_meant() {
    assertThat(TypedText.clean("a\r\nb\rc\u2028d\u2029\te", true)).isEqualTo("a\nb\nc\nd\n\te");
    for (String odd : List.of("\u0000", "\u061c", "\u206a", "\ufff9", "\ufffb")) {
      assertThat(TypedText.clean("a\r\n" + odd, true)).as(odd).isNull();
    }
  }
}
