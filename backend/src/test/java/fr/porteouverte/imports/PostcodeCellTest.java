package fr.porteouverte.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostcodeCellTest {

  @ParameterizedTest
  @CsvSource({
    "01400, 01, 01400",
    "1400, 01, 01400",
    "1400.0, 01, 01400",
    "14 100, 14, 14100",
    "F-14100, 14, 14100",
    "FR-14100, 14, 14100",
    "14100, 14, 14100",
    "2A004, 2A, ''",
    "1410, 14, ''",
    "1400, 14, ''",
    "141000, 14, ''",
    "inconnu, 14, ''",
  })
  void a_postcode_gets_back_its_zero_or_is_none(String written, String department, String right) {
    assertThat(PostcodeCell.read(written, department).orElse("")).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"01033, 01033", "1033, 01033", "1033.0, 01033", "2A004, 2A004", "97411, 97411"})
  void the_code_of_a_commune_gets_back_its_zero(String written, String right) {
    assertThat(PostcodeCell.insee(written)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({"A1033", "103", "0103", "140333"})
  void what_is_no_code_of_a_commune_is_none(String written) {
    assertThat(PostcodeCell.insee(written)).isNull();
  }
}
