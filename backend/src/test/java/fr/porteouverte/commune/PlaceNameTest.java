package fr.porteouverte.commune;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Saint-Martin-de-la-Lieue",
        "saint martin de la lieue",
        "ST MARTIN DE LA LIEUE",
        "St. Martin-de-la-Lieue ",
        "Sàint-Martin de là Lieue"
      })
  void accents_case_hyphens_and_st_do_not_count(String written) {
    assertThat(PlaceName.key(written)).isEqualTo("saintmartindelalieue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"L'Aigle", "L’Aigle", "l aigle", "LAIGLE"})
  void apostrophes_do_not_count(String written) {
    assertThat(PlaceName.key(written)).isEqualTo("laigle");
  }

  @Test
  void ligatures_are_two_letters() {
    assertThat(PlaceName.key("Œuilly")).isEqualTo("oeuilly");
  }

  @Test
  void sainte_is_not_saint() {
    assertThat(PlaceName.key("Ste-Honorine")).isEqualTo("saintehonorine");
  }

  @Test
  void a_last_word_st_may_still_become_a_longer_word() {
    assertThat(PlaceName.beginnings("st")).containsExactly("saint", "st");
  }

  @Test
  void nothing_but_signs_is_no_beginning() {
    assertThat(PlaceName.beginnings(" - ' ")).isEmpty();
  }

  @Test
  void little_words_do_not_tell() {
    assertThat(PlaceName.loose("Chalon s/ Saône")).isEqualTo(PlaceName.loose("Chalon-sur-Saône"));
    assertThat(PlaceName.loose("Le Mans")).isEqualTo("mans");
  }
}
