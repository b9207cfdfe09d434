package fr.porteouverte.imports.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByAppointmentTest {

  private static String read(String comment) {
    return ByAppointment.read(comment)
        .map(
            halves ->
                halves.stream()
                    .map(
                        half ->
                            half.day().name().substring(0, 2)
                                + (half.half() == null
                                    ? ""
                                    : half.half() == ByAppointment.Half.morning ? " am" : " pm"))
                    .collect(Collectors.joining(",")))
        .orElse("?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Uniquement sur rendez-vous le vendredi après-midi      | FR pm
          *vendredi après-midi uniquement sur rdv                | FR pm
          Mercredi : Uniquement sur rendez-vous                  | WE
          Sur rendez-vous uniquement les mardis et jeudis après-midi | TU pm,TH pm
          Sur rendez-vous le mardi matin et le vendredi après-midi | TU am,FR pm
          Uniquement sur rendez-vous le jeudi                    | TH
          lundi et jeudi sur RDV                                 | MO,TH
          Uniquement sur RDV du lundi au mercredi                | MO,TU,WE
          Mercredi Après Midi sur rendez-vous                    | WE pm
          Uniquement sur rendez-vous les lundi matin et mardi matin | MO am,TU am
          """)
  void a_plain_sentence_is_read(String comment, String halves) {
    assertThat(read(comment)).isEqualTo(halves);
  }

  @Test
  void every_afternoon_is_seven_afternoons_and_only_means_all_days() {
    assertThat(read("Sur RDV les après-midi"))
        .isEqualTo("MO pm,TU pm,WE pm,TH pm,FR pm,SA pm,SU pm");
    assertThat(read("UNIQUEMENT SUR RDV")).isEqualTo("MO,TU,WE,TH,FR,SA,SU");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sur rendez-vous",
        "Prise de rendez-vous au 02 61 91 00 01",
        "Possibilité de prendre rendez-vous",
        "Sur rendez-vous le mardi et le vendredi après-midi",
        "Uniquement sur rendez-vous l’après-midi de 14h à 16h.",
        "Matin sans rendez-vous / Après-midi sur rendez-vous",
        "Sur rendez-vous du lundi au vendredi sauf mercredi matin",
        "PAS DE RENDEZ VOUS LE SAMEDI MATIN",
        "SANS RENDEZ VOUS",
        "Avec et sans RDV",
        "Permanences sur RDV dans les communes",
        "Pendant les vacances scolaires : 9:00 - 12:00",
        "Uniquement sur rendez-vous le premier samedi du mois"
      })
  void what_needs_judgement_is_left_to_people(String comment) {
    assertThat(read(comment)).isEqualTo("?");
  }
}
