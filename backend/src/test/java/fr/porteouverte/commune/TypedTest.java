package fr.porteouverte.commune;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "14100",
        "14 100",
        "141 00",
        " 14.100 ",
        "F-14100",
        "F14100",
        "FR-14100",
        "fr 14 100",
        "F - 14100",
        "CP 14100",
        "Code postal : 14100",
        "14100 CEDEX",
        "BP 20345 14100 Cedex 9",
        "14100,"
      })
  void a_postcode_is_one_however_it_is_written(String written) {
    Typed typed = Typed.of(written);
    assertThat(typed.postcode()).isEqualTo("14100");
    assertThat(typed.onlyPostcode()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "97400 Saint-Denis, 97400, Saint-Denis",
    "Saint-Denis (97400), 97400, Saint-Denis",
    "14050 Caen Cedex 4, 14050, Caen",
    "14100Lisieux, 14100, Lisieux",
    "Lisieux 141, 141, Lisieux",
    "145, 145,"
  })
  void a_postcode_beside_a_name_is_taken_apart(String written, String postcode, String name) {
    Typed typed = Typed.of(written);
    assertThat(typed.postcode()).isEqualTo(postcode);
    assertThat((typed.before() + typed.after()).strip()).isEqualTo(name == null ? "" : name);
  }

  @Test
  void an_arrondissement_and_a_department_are_no_postcodes() {
    assertThat(Typed.of("Paris 12").postcode()).isNull();
    assertThat(Typed.of("Saint-Denis 974").postcode()).isNull();
  }
}
