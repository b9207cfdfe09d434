package fr.porteouverte.message.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Jeanne",
        "Jean-Pierre",
        "Anne Marie",
        "N’Golo",
        "Zoë",
        "Łukasz",
        "J.",
        "أمينة",
        "玛丽"
      })
  void a_name_is_repeated(String name) {
    assertThat(FirstName.greeted(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gagnez 1000 euros sur evil.example",
        "http://evil.example",
        "evil.com",
        "www.evil.example/x",
        "<b>Jeanne</b>",
        "{link}",
        "Jeanne\u202Egro.live",
        "a@b.fr",
        "Appelez le 0899123456",
        "Bravo vous avez gagne un tres beau voyage pour deux personnes"
      })
  void what_says_more_than_a_name_is_not(String typed) {
    assertThat(FirstName.greeted(typed)).isEmpty();
  }
}
