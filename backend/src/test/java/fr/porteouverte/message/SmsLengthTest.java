package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.message.letter.HouseName;
import fr.porteouverte.message.letter.LetterFacts;
import fr.porteouverte.message.letter.LetterWriter;
import fr.porteouverte.message.template.ProductTemplates;
import fr.porteouverte.outbox.GsmText;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.site.Address;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A county's address and a house's whole name leave little room for words. */
class SmsLengthTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant NOON = Instant.parse("2026-09-23T10:30:00Z");

  @ParameterizedTest
  @EnumSource
  void the_products_own_words_cost_one_message_on_every_day_of_the_year(MessageKind kind) {
    for (String language : new String[] {"fr", "en"}) {
      for (int day = 1; day <= 365; day++) {
        LocalDateTime time = LocalDateTime.of(2026, 1, 1, 12, 30).withDayOfYear(day);
        String text =
            new LetterWriter()
                .sms(
                    facts(kind, language, time.atZone(PARIS).toInstant()),
                    ProductTemplates.of(kind, language));
        assertThat(GsmText.unicode(text)).as(text).isFalse();
        assertThat(GsmText.length(text)).as(text).isLessThanOrEqualTo(160);
        assertThat(text).contains("Athis-Val de Rouvre").endsWith("#AbCdEfGhIjKlMnOpQrStUvWx");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_cancelled_is_said_in_one_message_too(CancellationCause cause) {
    for (String language : new String[] {"fr", "en"}) {
      LetterFacts facts = facts(MessageKind.cancelledByHouse, language, NOON, cause);
      String text = new LetterWriter().sms(facts, ProductTemplates.of(facts.kind(), language));
      assertThat(GsmText.length(text)).as(text).isLessThanOrEqualTo(160);
      assertThat(text).doesNotContain("{");
      assertThat(text.contains("La Poste")).as(text).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "France services d'Athis-Val de Rouvre, Athis-Val de Rouvre",
    "France services de La Ferté-Macé, La Ferté-Macé",
    "France Services - Orbec, Orbec",
    "Maison France services du Pays d’Auge, Pays d’Auge",
    "Maison de services au public de Trun, Trun",
    "Bus France services des collines, collines",
    "Moyaux, Moyaux",
    "La Poste de Sées, La Poste de Sées",
    "France services, France services"
  })
  void where_there_is_no_room_a_house_is_called_by_its_place(String name, String brief) {
    assertThat(HouseName.brief(name)).isEqualTo(brief);
  }

  private static LetterFacts facts(MessageKind kind, String language, Instant start) {
    return facts(kind, language, start, null);
  }

  private static LetterFacts facts(
      MessageKind kind, String language, Instant start, CancellationCause cause) {
    return new LetterFacts(
        kind,
        language,
        PARIS,
        "Jeanne",
        "K7QF2MXD",
        start,
        start.plusSeconds(1800),
        null,
        null,
        null,
        "France services d’Athis-Val de Rouvre",
        new Address("1 place de l’Hôtel-de-Ville", null, "61430", "Athis-Val de Rouvre", "61007"),
        null,
        null,
        "Permis de conduire",
        null,
        List.of(),
        null,
        "https://rdv.porte-ouverte.calvados.fr/rendez-vous/K7QF2MXD#AbCdEfGhIjKlMnOpQrStUvWx",
        cause,
        null,
        List.of(),
        "https://rdv.porte-ouverte.calvados.fr/creneau?site=1&demarche=1",
        null);
  }
}
