package fr.porteouverte.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Telephone numbers as people write them, wherever the house is. */
class PhoneNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0692 12 34 56,14,+262692123456",
    "0262 20 00 00,14,+262262200000",
    "0693123456,974,+262693123456",
    "0590 20 12 34,14,+590590201234",
    "0690 30 12 34,75,+590690301234",
    "0596 60 12 34,14,+596596601234",
    "0696 20 12 34,2A,+596696201234",
    "0594 29 12 34,14,+594594291234",
    "0694 20 12 34,971,+594694201234",
    "0639 20 12 34,14,+262639201234",
    "0269 61 12 34,14,+262269611234",
    "06 12 34 56 78,974,+33612345678",
    "02 31 86 61 90,14,+33231866190",
    "+262 692 12 34 56,14,+262692123456",
    "75 12 34,988,+687751234",
    // As telephones store them.
    "+33 692 12 34 56,14,+262692123456",
    "0033 692 12 34 56,14,+262692123456",
    "+33 (0)692 12 34 56,14,+262692123456",
    "+33 692 12 34 56,974,+262692123456",
    "0033 639 12 34 56,14,+262639123456",
    "+33 690 30 12 34,75,+590690301234",
    "+33 708 41 23 45,14,+508708412345",
    "+33 508 41 23 45,14,+508412345",
    "0033 6 12 34 56 78,974,+33612345678",
    "+33 (0)2 31 86 61 90,14,+33231866190",
    // Blocks that were not given out when the library was made: where they are is certain.
    "0691 12 34 56,14,+590691123456",
    "0596 12 34 56,14,+596596123456",
    "0269 12 34 56,14,+262269123456",
    "0639 12 34 56,14,+262639123456",
    "0508 41 23 45,14,+508412345",
    "0708 41 23 45,14,+508708412345"
  })
  void a_number_is_known_at_every_house(String written, String department, String kept) {
    assertThat(PhoneNumbers.e164(written, department)).hasValue(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "06\u202f12\u202f34\u202f56\u202f78",
        "06\u00a012 34 56 78",
        "06.12.34.56.78",
        "06-12-34-56-78",
        "06\u201112\u201134\u201156\u201178",
        "06\u201312\u201334\u201356\u201378",
        "06\u00b712\u00b734\u00b756\u00b778",
        "06\u202212\u202234\u202256\u202278",
        "(06) 12 34 56 78",
        "\uff08\uff10\uff16\uff09\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18",
        "\uff0b\uff13\uff13\u3000\uff16 12 34 56 78",
        "06\u221212_34/56.78",
        " 0612345678 "
      })
  void whatever_stands_between_the_digits(String written) {
    assertThat(PhoneNumbers.e164(written, "14")).hasValue("+33612345678");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0692\u201112\u201134\u201156",
        "0692\u00b712\u00b734\u00b756",
        "(0692) 12 34 56",
        "\uff0b\uff13\uff13 692 12 34 56"
      })
  void whatever_stands_between_those_of_an_island(String written) {
    assertThat(PhoneNumbers.e164(written, "14")).hasValue("+262692123456");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3646", "36 46", "36\u201346", "\uff13\uff16\uff14\uff16"})
  void a_short_number_is_one_however_it_is_written(String written) {
    assertThat(PhoneNumbers.ofHouse(written, "14")).hasValue("3646");
  }

  @ParameterizedTest
  @CsvSource({
    "+590691123456,true",
    "+262639123456,true",
    "+508708412345,true",
    "+596596123456,false",
    "+508412345,false",
    "+33612345678,true",
    "+33231866190,false"
  })
  void overseas_mobiles_hear_by_sms_and_lines_at_home_do_not(String number, boolean mobile) {
    assertThat(PhoneNumbers.mobile(number)).isEqualTo(mobile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0692 12 34", "75 12 34", "0000000000", "zéro six", "06 12 34 56 78 90", ""})
  void what_is_no_number_there_is_none(String written) {
    assertThat(PhoneNumbers.e164(written, "14")).isEmpty();
  }
}
