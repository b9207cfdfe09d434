package fr.porteouverte.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelephoneTest {

  /** The same examples stand in the app's {@code text.spec.ts}. */
  @ParameterizedTest
  @CsvSource({
    "+33261910101, 02 61 91 01 01",
    "0261910101, 02 61 91 01 01",
    "02.61.91.01.01, 02 61 91 01 01",
    "+33612345678, 06 12 34 56 78",
    "+262262901234, 02 62 90 12 34",
    "+262692123456, 06 92 12 34 56",
    "+262269611234, 02 69 61 12 34",
    "+590590123456, 05 90 12 34 56",
    "+596696123456, 06 96 12 34 56",
    "+594694123456, 06 94 12 34 56",
    "+508411234, +508 41 12 34",
    "+687251234, +687 25 12 34",
    "+68940412345, +689 40 41 23 45",
    "+442079460958, +44 20 79 46 09 58",
    "+32470123456, +32 470 12 34 56",
    "+352621123456, +352 621 12 34 56",
    "+12025550143, +1 20 25 55 01 43",
    "3939, 39 39",
    "mairie, mairie"
  })
  void a_number_is_spelled_as_people_read_it(String number, String spelled) {
    assertThat(Telephone.spelled(number)).isEqualTo(spelled);
  }
}
