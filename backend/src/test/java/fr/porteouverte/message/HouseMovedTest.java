package fr.porteouverte.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Places;
import fr.porteouverte.support.Post;
import fr.porteouverte.support.ReadBack;
import fr.porteouverte.support.ReceivedMail;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is booked at a house that moves or is renamed hears of it, in the way they chose. */
@QuarkusTest
@TestSecurity(user = "mireille", roles = Role.MANAGER)
class HouseMovedTest extends MessageSuite {
  @Inject Places places;
  private JsonPath byMail;

  @BeforeEach
  void threePeopleAreBooked() {
    places.someCommunes();
    fixtures.agent("mireille", AgentRole.manager, moyaux);
    byMail = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    booked(slots.get(1), jeanne("phone", "06 12 34 56 78", "contactBy", "sms"));
    booked(slots.get(2), jeanne("phone", "02 31 00 00 00"));
    cancel(booked(slots.get(3), jeanne("email", "elsewhere@example.org")));
    mails();
    Post.clear();
  }

  private void change(String field, Object value) {
    var entry =
        api().get("/sites/{id}/entry", moyaux.id()).then().statusCode(200).extract().response();
    Map<String, Object> form = new HashMap<>(entry.jsonPath().getMap("form"));
    form.put(field, value);
    api()
        .contentType(ContentType.JSON)
        .header("If-Match", entry.header("ETag"))
        .body(form)
        .put("/sites/{id}/entry", moyaux.id())
        .then()
        .statusCode(200);
  }

  private int sequence() {
    return api()
        .header("Booking-Secret", byMail.getString("secret"))
        .get("/bookings/" + byMail.getString("reference"))
        .then()
        .statusCode(200)
        .extract()
        .path("sequence");
  }

  @Test
  void another_street_is_told_by_mail_sms_and_telephone_and_moves_the_calendar_entry() {
    int before = sequence();
    change("street", "12 place du Marché");
    assertThat(sequence()).isEqualTo(before + 1);
    assertThat(states("houseMoved")).isEqualTo("email:waiting sms:waiting call:waiting");
    ReceivedMail mail = mail();
    assertThat(mail.text()).contains("changé de nom ou d’adresse", "12 place du Marché, 14590");
    var event = ReadBack.events(mail.attached().get(0).content()).get(0);
    assertThat(ReadBack.value(event, "LOCATION"))
        .isEqualTo("Moyaux, 12 place du Marché, 14590 Moyaux");
    assertThat(ReadBack.value(event, "SEQUENCE")).isEqualTo(Integer.toString(before + 1));
    assertThat(ReadBack.value(event, "STATUS")).isEqualTo("CONFIRMED");
    assertThat(Post.texts().get(0).body()).contains("nouvelle adresse", "Moyaux");
    List<String> calls =
        api()
            .get("/sites/" + moyaux.id() + "/call-sheet")
            .then()
            .statusCode(200)
            .extract()
            .path("items.findAll { it.kind == 'houseMoved' }.tell");
    assertThat(calls).singleElement().asString().contains("12 place du Marché, 14590 Moyaux");
  }

  @Test
  void reminders_go_all_the_same_and_say_the_new_address() {
    change("name", "Espace de Moyaux");
    mails();
    assertThat(waiting("reminder")).isPositive();
    clock.advance(java.time.Duration.ofDays(7));
    Post.clear();
    assertThat(mails()).anySatisfy(mail -> assertThat(mail.text()).contains("Espace de Moyaux"));
  }

  @Test
  void another_telephone_or_another_spelling_is_told_to_nobody() {
    int before = sequence();
    change("phone", "3646");
    change("name", "MOYAUX");
    assertThat(sequence()).isEqualTo(before);
    assertThat(states("houseMoved")).isEmpty();
  }
}
