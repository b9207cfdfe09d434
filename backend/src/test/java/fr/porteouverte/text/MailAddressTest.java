package fr.porteouverte.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mail addresses are taken, and in which form they are kept. */
class MailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "Jeanne@Exemple.FR,jeanne@exemple.fr",
    "a@b.fr,a@b.fr",
    "jean.paul.petit@exemple.fr,jean.paul.petit@exemple.fr",
    "o'neil+rdv@mairie.exemple.fr,o'neil+rdv@mairie.exemple.fr",
    "jean@société.fr,jean@xn--socit-esab.fr"
  })
  void an_address_is_kept_as_servers_compare_it(String typed, String kept) {
    assertThat(MailAddress.of(typed)).hasValue(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jean",
        ".jean@exemple.fr",
        "jean.@exemple.fr",
        "jean..paul@exemple.fr",
        "@exemple.fr",
        "jean@",
        "jean@exemple",
        "jean@exemple.f",
        "jean@@exemple.fr",
        "jean @exemple.fr",
        "jean\u00a0@exemple.fr",
        "jean@exemple.fr ",
        "jean@-exemple.fr",
        "jean@exemple..fr",
        "jeanné@exemple.fr",
        "<jean@exemple.fr>",
        "jean,paul@exemple.fr",
        "jean@exemple.fr\n"
      })
  void what_no_server_takes_is_refused(String typed) {
    assertThat(MailAddress.of(typed)).isEmpty();
  }

  @Test
  void no_letter_that_grows_in_lower_case_makes_an_address_too_long() {
    assertThat(MailAddress.of("\u0130".repeat(60) + "@" + "\u0130".repeat(150) + ".fr")).isEmpty();
    assertThat(MailAddress.of("a".repeat(65) + "@exemple.fr")).isEmpty();
    assertThat(MailAddress.of("a@" + "b.".repeat(126) + "fr")).isEmpty();
  }
}
