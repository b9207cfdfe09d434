package fr.porteouverte.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The rule alone, over a table of what people say; another question is another line of it. */
class ProcedureSearchTest {
  private record Entry(String code, Text partner, Text title, List<String> synonyms) {
    Procedure procedure() {
      Procedure procedure = new Procedure(code, new Partner(partner.fr(), partner, null));
      procedure.describe(title, Duration.ofMinutes(20), Channel.both, List.of());
      procedure.alsoCalled(synonyms);
      return procedure;
    }
  }

  private static final List<Procedure> ALL = catalogue();

  private static List<Procedure> catalogue() {
    try (InputStream file =
        Objects.requireNonNull(
            ProcedureSearchTest.class.getResourceAsStream("/procedure/catalogue.json"))) {
      return new ObjectMapper()
          .readValue(file, new TypeReference<List<Entry>>() {}).stream()
              .map(Entry::procedure)
              .toList();
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static List<String> found(String asked) {
    return ProcedureSearch.find(ALL, asked).stream().map(Procedure::code).toList();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/procedure/asked.csv", delimiter = '|')
  void what_people_say_finds_what_they_mean(String asked, String first) {
    assertThat(found(asked)).startsWith(first.split(" "));
  }

  @Test
  void the_partners_name_comes_last() {
    assertThat(found("permis"))
        .containsExactly("permis", "permis-perte", "cni", "passeport", "carte-grise");
  }

  @Test
  void who_says_more_than_anything_has_gets_what_has_the_most_of_it() {
    assertThat(found("renouveler un permis de chasse")).containsExactly("permis");
  }

  @Test
  void nothing_is_found_for_what_nobody_does() {
    assertThat(found("vaccin du chien")).isEmpty();
    assertThat(found("marche")).isEmpty();
  }

  @Test
  void words_that_say_nothing_narrow_nothing_yet() {
    assertThat(found("  ")).hasSize(ALL.size());
    assertThat(found("je veux")).hasSize(ALL.size());
  }
}
