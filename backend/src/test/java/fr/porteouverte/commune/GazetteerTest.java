package fr.porteouverte.commune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule alone, over a table of what people type. */
class GazetteerTest {
  private static final Gazetteer FRANCE =
      GazetteerMaker.gazetteer(
          someCommunes(),
          List.of(
              new FormerCommune("14654", "Saint-Pierre-sur-Dives", "14654"),
              new FormerCommune("14265", "Fervaques", "14371"),
              new FormerCommune("14762", "Vire", "14762"),
              new FormerCommune("93059", "Pierrefitte-sur-Seine", "93066")),
          List.of(
              house("Maison des services du Bocage", "14590", "Moyaux", "14460"),
              house("France services Évreux", "27004", "Évreux", "27229"),
              house("France services de Sainte-Hermine", "85210", "Sainte-Hermine", "85223"),
              house("France services Port-la-Nouvelle", "11210", "Port-la-Neuve", "11999")));

  private static KnownAddress house(String name, String postcode, String commune, String insee) {
    return new KnownAddress(
        name, postcode, commune, insee, insee.substring(0, 2), new Point(47, 1));
  }

  private static List<CommuneDraft> someCommunes() {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    GazetteerTest.class.getResourceAsStream("/commune/some.csv")),
                StandardCharsets.UTF_8))) {
      return file.lines().skip(1).map(line -> commune(line.split(","))).toList();
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static CommuneDraft commune(String[] cells) {
    return new CommuneDraft(
        cells[0],
        cells[1],
        cells[0].substring(0, cells[0].startsWith("97") ? 3 : 2),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]),
        Integer.parseInt(cells[5]),
        Arrays.asList(cells[2].split("\\|")));
  }

  private static String first(String typed) {
    Understood understood = FRANCE.find(typed, 8);
    return understood.places().isEmpty()
        ? "nothing"
        : understood.places().get(0).label(typed) + (understood.guessed() ? "|ask" : "|sure");
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/commune/where.csv",
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false)
  void what_people_type_is_understood(String typed, String first, String sure) {
    assertThat(first(typed)).isEqualTo(first + "|" + sure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xyzzy", "00000", "'%_", "-", "12 rue de Paris", "avenue de Lisieux", "…", "("})
  void what_names_no_place_is_nowhere(String typed) {
    assertThat(first(typed)).isEqualTo("nothing");
  }

  @Test
  void others_that_may_be_meant_are_offered_behind_the_first() {
    assertThat(FRANCE.find("Saint-Denis 93", 8).places())
        .extracting(Place::department)
        .startsWith("93");
    assertThat(FRANCE.find("evry", 8).places())
        .extracting(Place::insee)
        .startsWith("91228", "89162");
    assertThat(FRANCE.find("st", 20).places()).extracting(Place::insee).contains("67482", "50502");
  }

  @Test
  void a_department_is_where_its_people_are() {
    assertThat(FRANCE.find("Calvados", 1).places().get(0).point().latitude()).isBetween(48.8, 49.4);
  }
}
