package fr.porteouverte.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.InvalidRequest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EventReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static EventForm form(String fr, String en, String first, String last) {
    return new EventForm(new EventText(fr, en), new EventText("Entrez !", null), first, last, null);
  }

  @Test
  void who_has_no_english_gets_the_french() {
    var entry =
        EventReader.read(form(" Portes ouvertes ", null, "2026-12-07", "2026-12-11"), TODAY);
    assertThat(entry.title().fr()).isEqualTo("Portes ouvertes");
    assertThat(entry.title().en()).isEqualTo("Portes ouvertes");
    assertThat(entry.published()).isFalse();
  }

  @Test
  void every_wrong_field_is_named() {
    var refusal =
        catchThrowableOfType(
            InvalidRequest.class,
            () -> EventReader.read(new EventForm(null, null, "lundi", null, true), TODAY));
    assertThat(refusal.errors())
        .extracting(FieldError::field)
        .containsExactlyInAnyOrder("title.fr", "summary.fr", "lastDate", "firstDate");
  }

  @Test
  void it_does_not_end_before_it_begins_nor_last_for_ever() {
    for (String last : new String[] {"2026-12-06", "2027-12-31"}) {
      var refusal =
          catchThrowableOfType(
              InvalidRequest.class,
              () -> EventReader.read(form("a", "b", "2026-12-07", last), TODAY));
      assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("lastDate");
    }
  }

  @Test
  void a_line_may_end_in_a_summary_but_not_in_a_title() {
    var form =
        new EventForm(
            new EventText("a\nb", "c"),
            new EventText("l1\nl2", "x"),
            "2026-12-07",
            "2026-12-07",
            true);
    var refusal = catchThrowableOfType(InvalidRequest.class, () -> EventReader.read(form, TODAY));
    assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("title.fr");
  }

  @Test
  void the_code_is_the_title_as_an_address() {
    assertThat(EventReader.slug("Semaine « Portes ouvertes » à l’école !"))
        .isEqualTo("semaine-portes-ouvertes-a-l-ecole");
    assertThat(EventReader.slug("日本")).isEqualTo("evenement");
    assertThat(EventReader.slug("a".repeat(49) + " b")).hasSize(49);
  }
}
