package fr.porteouverte.imports.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import fr.porteouverte.access.Role;
import fr.porteouverte.imports.change.ImportWork;
import fr.porteouverte.site.Sites;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Post;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A newer list moves, shortens or drops a house in which people are booked. */
@QuarkusTest
@TestSecurity(user = "anne", roles = Role.ADMIN)
class MovedByListTest extends MessageSuite {
  private static final String FIELDS =
      "id_fs,insee_dep,lib_fs,adresse,complement_adresse,insee_com,code_postal,lib_com,latitude,"
          + "longitude,mail,telephone,h_lundi,h_mardi,h_mercredi,h_jeudi,h_vendredi,h_samedi,"
          + "prise_rdv,commentaire,type_fs,format_fs\n";
  private static final String HERE = row("6 rue Exemple", "08:00 - 17:00");

  @Inject ImportWork work;
  @Inject Sites sites;
  private JsonPath jeanne;

  private static String row(String street, String tuesday) {
    return "1,14,Maison de Moyaux,"
        + street
        + ",,14460,14590,Moyaux,49.19,0.35,a@exemple.fr,3646,,"
        + tuesday
        + ",,,,,Oui,,Principal,Fixe\n";
  }

  @BeforeEach
  void theHouseIsAsTheListSaysAndJeanneIsBooked() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                sites
                    .getEntityManager()
                    .createNativeQuery("update site set official_id = '1' where id = :id")
                    .setParameter("id", moyaux.id())
                    .executeUpdate());
    ValidatableResponse first = look(HERE);
    apply(first, Stream.of("name", "address", "point", "phone", "email", "hours"));
    jeanne = booked(slots.get(0), jeanne("email", "jeanne@example.org"));
    mails();
    Post.clear();
  }

  private ValidatableResponse look(String rows) {
    String id =
        api()
            .contentType("text/csv")
            .body((FIELDS + rows).getBytes(StandardCharsets.UTF_8))
            .post("/imports/sites/preview")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    work.run();
    return api().get("/imports/" + id).then().body("report.state", equalTo("ready"));
  }

  private String apply(ValidatableResponse looked, Stream<String> take) {
    String id = looked.extract().path("report.id");
    List<Map<String, String>> fields =
        take.map(field -> Map.of("key", "1", "field", field)).toList();
    api()
        .contentType("application/json")
        .body(Map.of("digest", looked.extract().<String>path("report.digest"), "take", fields))
        .post("/imports/" + id + "/apply")
        .then()
        .statusCode(200);
    work.run();
    api().get("/imports/" + id).then().body("report.state", equalTo("applied"));
    return id;
  }

  private ValidatableResponse rows(ValidatableResponse looked) {
    return api().get("/imports/" + looked.extract().<String>path("report.id") + "/rows").then();
  }

  private int sequence() {
    return api()
        .header("Booking-Secret", jeanne.getString("secret"))
        .get("/bookings/" + jeanne.getString("reference"))
        .then()
        .statusCode(200)
        .extract()
        .path("sequence");
  }

  @Test
  void a_house_that_moves_tells_who_is_booked_and_moves_their_calendar_entry() {
    ValidatableResponse looked = look(row("12 place du Marché", "08:00 - 17:00"));
    rows(looked)
        .body("items[0].outcome", equalTo("changed"))
        .body("items[0].touched.why", equalTo(List.of("told")))
        .body("items[0].touched.reference", equalTo(List.of(jeanne.getString("reference"))));
    int before = sequence();
    String id = apply(looked, Stream.of());
    assertThat(sequence()).isEqualTo(before + 1);
    assertThat(mail().text()).contains("12 place du Marché");
    Post.clear();
    api().post("/imports/" + id + "/undo").then().statusCode(200);
    assertThat(sequence()).isEqualTo(before + 2);
    assertThat(mail().text()).contains("6 rue Exemple");
  }

  @Test
  void hours_that_hold_somebody_no_longer_are_listed_with_who_is_booked() {
    ValidatableResponse looked = look(row("6 rue Exemple", "11:00 - 17:00"));
    rows(looked)
        .body("items[0].touched.why", equalTo(List.of("outsideHours", "outsideHours")))
        .body("items[0].touched.host.fr", hasItem("caf (fr)"))
        .body("items[0].touched.start", hasItems("2026-12-01T09:00:00+01:00"))
        .body("items[0].touched.reference", hasItem(jeanne.getString("reference")));
    String id = apply(looked, Stream.of());
    assertThat(sequence()).isZero();
    api().get("/imports/" + id + "/rows").then().body("items[0].touched.why.size()", equalTo(2));
    assertThat(mails()).isEmpty();
  }

  @Test
  void on_a_day_with_exceptional_hours_those_of_the_week_touch_nobody() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                sites
                    .getEntityManager()
                    .createNativeQuery(
                        "insert into exceptional_range (site_id, local_date, from_time, to_time,"
                            + " mode) values (:id, date '2026-12-01', time '08:00:00',"
                            + " time '18:00:00', 'both')")
                    .setParameter("id", moyaux.id())
                    .executeUpdate());
    rows(look(row("6 rue Exemple", "11:00 - 17:00")))
        .body("items[0].outcome", equalTo("changed"))
        .body("items[0].touched", equalTo(List.of()));
  }

  @Test
  void a_house_that_left_the_list_is_archived_only_when_somebody_says_so() {
    ValidatableResponse looked =
        look(row("6 rue Exemple", "08:00 - 17:00").replaceFirst("1,", "2,"));
    rows(looked)
        .body("items.find { it.key == '1' }.outcome", equalTo("gone"))
        .body("items.find { it.key == '1' }.touched.why", equalTo(List.of("stillThere")));
    apply(looked, Stream.of());
    assertThat(archived()).isFalse();
    // As in its form: who is needed stays.
    String needed =
        apply(
            look(row("6 rue Exemple", "08:00 - 17:00").replaceFirst("1,", "2,")),
            Stream.of("archived"));
    assertThat(archived()).isFalse();
    api()
        .get("/imports/" + needed + "/rows")
        .then()
        .body("items.find { it.key == '1' }.fields[0].kept", equalTo(true))
        .body(
            "items.find { it.key == '1' }.fields[0].here",
            containsString("des rendez-vous à venir"));
    timetable.change("update booking set state = 'cancelled'");
    timetable.change("update permanence set until_date = date '2020-01-01'");
    String id =
        apply(
            look(row("6 rue Exemple", "08:00 - 17:00").replaceFirst("1,", "2,")),
            Stream.of("archived"));
    assertThat(archived()).isTrue();
    assertThat(mails()).isEmpty();
    look(HERE).body("report.leftOut", equalTo(1));
    api().post("/imports/" + id + "/undo").then().statusCode(200);
    assertThat(archived()).isFalse();
  }

  private boolean archived() {
    return QuarkusTransaction.requiringNew().call(() -> sites.findById(moyaux.id()).archived());
  }
}
