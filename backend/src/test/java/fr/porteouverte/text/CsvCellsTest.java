package fr.porteouverte.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would run is written as text, and read as it was. */
class CsvCellsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+33231000000",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "'=1",
        "''+33",
        "\uff1d1",
        "=1\n=2"
      })
  void what_acts_is_text_and_comes_back(String cell) {
    assertThat(CsvCells.written(cell)).isEqualTo("'" + cell);
    assertThat(CsvCells.read(CsvCells.written(cell))).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CAF", "'t Hof", "L’=", "a+b", "l'accueil", " =1 b", "'"})
  void what_does_not_act_stays(String cell) {
    assertThat(CsvCells.written(cell)).isEqualTo(cell);
    assertThat(CsvCells.read(cell)).isEqualTo(cell);
  }
}
