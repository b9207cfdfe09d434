package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Post;
import fr.porteouverte.support.ReceivedMail;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is in two houses at the same minute; and nobody else is to learn that they might be. */
@QuarkusTest
class ElsewhereTest extends MessageSuite {
  private static final String WARNING = "un autre rendez-vous est pris avec cette adresse";

  private List<String> atSees;
  private Procedure licence;

  @BeforeEach
  void theHouseOfSeesAtTheSameTime() {
    Site sees = fixtures.site("Sées");
    licence = fixtures.procedure("permis", fixtures.partner("ants"), 30);
    atSees =
        timetable.add(Timetable.Session.of(sees, fixtures.partner("ants2"), TUESDAY, 8, licence));
    fixtures.agent("claire", AgentRole.clerk, moyaux);
  }

  private String bookedAtSees(int slot, Map<String, Object> visitor) {
    return api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId", atSees.get(slot), "procedureId", "" + licence.id(), "visitor", visitor))
        .post("/bookings")
        .then()
        .statusCode(201)
        .extract()
        .asString();
  }

  @Test
  void whoever_books_the_same_minute_in_two_houses_is_warned_at_their_address() {
    bookedAtSees(0, jeanne("email", "jeanne@example.org"));
    mails();
    Post.clear();
    booked(slots.get(0), jeanne("email", "Jeanne@example.org"));

    ReceivedMail mail = mail();
    assertThat(mail.text()).contains(WARNING, "mardi 1er décembre 2026 à 9\u00a0h, Sées");
    assertThat(mail.html()).contains(WARNING);
  }

  @Test
  void by_text_message_too_and_only_for_the_number_it_goes_to() {
    bookedAtSees(0, jeanne("phone", "06 12 34 56 78"));
    texts();
    booked(slots.get(0), jeanne("phone", "+33612345678"));

    assertThat(texts().get(1).body()).contains("Attention", "autre RDV", "Sées");
  }

  @Test
  void a_time_that_only_touches_another_is_none_at_the_same_time() {
    bookedAtSees(1, jeanne("email", "jeanne@example.org"));
    mails();
    Post.clear();
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));

    assertThat(mail().text()).doesNotContain(WARNING);
  }

  @Test
  void whoever_types_the_number_of_somebody_else_learns_nothing() {
    bookedAtSees(0, jeanne("phone", "06 12 34 56 78"));
    texts();
    Post.clear();

    JsonPath stranger =
        booked(
            slots.get(0),
            jeanne(
                "phone", "06 12 34 56 78", "email", "stranger@example.org", "contactBy", "email"));

    assertThat(mail().text()).doesNotContain(WARNING, "Sées");
    String page =
        api()
            .header("Booking-Secret", stranger.getString("secret"))
            .get("/bookings/" + stranger.getString("reference"))
            .asString();
    assertThat(stranger.prettify() + page).doesNotContain("Sées");
  }

  @Test
  @TestSecurity(user = "claire", roles = Role.CLERK)
  void the_house_reads_what_was_sent_without_the_warning() {
    bookedAtSees(0, jeanne("email", "jeanne@example.org"));
    JsonPath booking = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    mails();

    String told = api().get("/bookings/" + booking.getString("reference") + "/messages").asString();

    assertThat(told).contains("Moyaux").doesNotContain(WARNING, "Sées");
  }
}
