package fr.porteouverte.opendata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Hostile words written into the app's own index. */
class PageDocumentTest {
  private static final String HOSTILE =
      "</script><script>alert(1)</script> \" ' & $1 \\ </noscript><img src=x>\u2028\u2029 é";

  private static String index() throws IOException {
    return Files.readString(Path.of("../frontend/index.html"));
  }

  private static String told() throws IOException {
    String text =
        new Markup()
            .heading(1, HOSTILE)
            .line(HOSTILE)
            .list(java.util.List.of(HOSTILE))
            .links(Map.of("/x?a=1&b=" + HOSTILE, HOSTILE))
            .toString();
    PageTold page =
        new PageTold("/x", HOSTILE, HOSTILE, Map.of("name", HOSTILE, "list", Map.of("a", 1)), text);
    return new PageDocument(index()).of(page, "https://exemple.fr/x?a=1&b=2");
  }

  @Test
  void no_word_ends_a_tag_a_script_or_the_text() throws IOException {
    String told = told();
    assertThat(told)
        .doesNotContain("<script>alert")
        .doesNotContain("<img src=x")
        .doesNotContain("\u2028\\u2029 é\"}");
    assertThat(count(told, "<script")).isEqualTo(2);
    assertThat(count(told, "</script>")).isEqualTo(2);
    assertThat(count(told, "</noscript>")).isEqualTo(1);
    assertThat(count(told, "name=\"description\"")).isEqualTo(1);
    assertThat(told).contains("href=\"https://exemple.fr/x?a=1&amp;b=2\"");
  }

  @Test
  void the_data_reads_back_as_it_was() throws IOException {
    Matcher data =
        Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
            .matcher(told());
    assertThat(data.find()).isTrue();
    assertThat(data.group(1)).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    JsonNode facts = new ObjectMapper().readTree(data.group(1));
    assertThat(facts.path("name").asText()).isEqualTo(HOSTILE);
  }

  @Test
  void the_app_comes_up_as_ever() throws IOException {
    assertThat(told())
        .contains("<div id=\"app\"></div>")
        .contains("/src/main.ts")
        .contains("Cette page a besoin de JavaScript");
  }

  @Test
  void an_index_without_a_place_for_words_is_refused_at_once() {
    assertThatThrownBy(() -> new PageDocument("<title>x</title>"))
        .isInstanceOf(IllegalStateException.class);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
