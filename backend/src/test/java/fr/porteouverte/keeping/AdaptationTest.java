package fr.porteouverte.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A house does a procedure otherwise than the network says, and people hear of it so. */
@QuarkusTest
@TestSecurity(user = "mireille", roles = Role.MANAGER)
class AdaptationTest extends MessageSuite {
  private static final Map<String, Object> LONGER_WITH_A_PHOTO =
      Map.of(
          "durationMinutes",
          60,
          "added",
          List.of(Map.of("document", "doc-photo", "required", true)),
          "removed",
          List.of("doc-rsa"),
          "note",
          "Le photomaton est à la mairie.");

  @BeforeEach
  void sheRunsTheHouse() {
    fixtures.agent("mireille", AgentRole.manager, moyaux);
    fixtures.procedure("photo", caf, 30);
  }

  private ValidatableResponse adapt(Procedure procedure, String etag, Map<String, Object> form) {
    return adapt(moyaux, procedure, etag, form);
  }

  private ValidatableResponse adapt(
      Site site, Procedure procedure, String etag, Map<String, Object> form) {
    var request = api().contentType(ContentType.JSON).body(form);
    return (etag == null ? request : request.header("If-Match", etag))
        .put("/sites/{id}/adaptations/{procedure}", site.id(), procedure.id())
        .then();
  }

  private ValidatableResponse read(Procedure procedure) {
    return api()
        .get("/sites/{id}/adaptations/{procedure}", moyaux.id(), procedure.id())
        .then()
        .statusCode(200);
  }

  private ValidatableResponse freeSlots(Site site) {
    return api()
        .get("/slots?site={s}&procedure={p}&from=2026-12-01&to=2026-12-02", site.id(), rsa.id())
        .then()
        .statusCode(200);
  }

  @Test
  void before_anything_is_adapted_the_house_does_as_the_network_says() {
    read(rsa)
        .header("ETag", "\"0\"")
        .body("adapted", equalTo(false))
        .body("network.durationMinutes", equalTo(30))
        .body("here.documents.code", contains("doc-rsa"))
        .body("changedBeneath", nullValue());
    api()
        .get("/sites/{id}/adaptations", moyaux.id())
        .then()
        .statusCode(200)
        .body("items.procedure.code", contains("rsa"));
    adapt(rsa, "\"0\"", Map.of()).statusCode(200).header("ETag", "\"0\"");
  }

  @Test
  void the_own_duration_takes_as_many_slots_as_it_needs_and_of_this_house_only() {
    JsonPath before = booked(slots.get(0), jeanne());
    Site lisieux = fixtures.site("Lisieux");
    timetable.add(Timetable.Session.of(lisieux, caf, TUESDAY, 8, rsa));
    adapt(rsa, "\"0\"", LONGER_WITH_A_PHOTO)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("network.durationMinutes", equalTo(30))
        .body("here.durationMinutes", equalTo(60));
    freeSlots(moyaux)
        .body("items", hasSize(6))
        .body("items[0].start", equalTo("2026-12-01T09:30:00+01:00"))
        .body("items[0].end", equalTo("2026-12-01T10:30:00+01:00"));
    freeSlots(lisieux).body("items[0].end", equalTo("2026-12-01T09:30:00+01:00"));
    assertThat(booked(slots.get(1), jeanne()).getString("end"))
        .isEqualTo("2026-12-01T10:30:00+01:00");
    book(slots.get(2), jeanne()).then().statusCode(409);
    api()
        .get("/bookings/" + before.getString("reference"))
        .then()
        .statusCode(200)
        .body("end", equalTo("2026-12-01T09:30:00+01:00"));
    assertThat(timetable.number("select count(*) from seat")).isEqualTo(3);
  }

  @Test
  void what_lasts_longer_than_anybody_sits_is_said_and_saved_all_the_same() {
    timetable.change("update permanence set to_time = time '13:00'");
    read(rsa).body("tooShort", empty());
    adapt(rsa, "\"0\"", Map.of("durationMinutes", 300))
        .statusCode(200)
        .body("here.durationMinutes", equalTo(300))
        .body("tooShort", hasSize(1))
        .body("tooShort[0].name.fr", equalTo(caf.name().fr()))
        .body("tooShort[0].minutes", equalTo(240));
    freeSlots(moyaux).body("items", empty());
    api()
        .get("/sites/{id}/adaptations", moyaux.id())
        .then()
        .statusCode(200)
        .body("items.find { it.procedure.code == 'rsa' }.tooShort.minutes", contains(240));
    adapt(rsa, "\"1\"", Map.of("durationMinutes", 240)).body("tooShort", empty());
    freeSlots(moyaux).body("items", hasSize(1));
  }

  @Test
  void the_own_papers_stand_wherever_somebody_reads_what_to_bring() {
    adapt(rsa, "\"0\"", LONGER_WITH_A_PHOTO).statusCode(200);
    api()
        .get("/procedures?site=" + moyaux.id())
        .then()
        .body("items[0].durationMinutes", equalTo(60))
        .body("items[0].documents.code", contains("doc-photo"))
        .body("items[0].note", equalTo("Le photomaton est à la mairie."));
    api()
        .get("/procedures/" + rsa.id())
        .then()
        .body("durationMinutes", equalTo(30))
        .body("documents.code", contains("doc-rsa"));
    JsonPath made =
        booked(slots.get(0), jeanne("email", "jeanne@example.org", "contactBy", "email"));
    assertThat(made.getList("documents.code")).containsExactly("doc-photo");
    assertThat(made.getString("note")).isEqualTo("Le photomaton est à la mairie.");
    assertThat(mail().text()).contains("Pièce d’identité", "Le photomaton est à la mairie.");
    api()
        .header("Booking-Secret", made.getString("secret"))
        .get("/bookings/{reference}/calendar.ics", made.getString("reference"))
        .then()
        .statusCode(200)
        .body(containsString("photomaton"));
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("reference", made.getString("reference"), "code", made.getString("slipCode")))
        .post("/booking-openings")
        .then()
        .statusCode(200)
        .body("documents.code", contains("doc-photo"))
        .body("note", equalTo("Le photomaton est à la mairie."));
  }

  @Test
  void going_back_to_the_networks_value_is_noted_too_and_the_history_leads_back() {
    adapt(rsa, "\"0\"", LONGER_WITH_A_PHOTO).statusCode(200);
    adapt(rsa, "\"1\"", Map.of())
        .statusCode(200)
        .body("adapted", equalTo(false))
        .body("here.durationMinutes", equalTo(30))
        .body("here.documents.code", contains("doc-rsa"));
    api()
        .get("/sites/{id}/adaptations/{p}/history", moyaux.id(), rsa.id())
        .then()
        .statusCode(200)
        .body("items.act", contains("changed", "created"))
        .body("items[1].by", equalTo("mireille"))
        .body("items[1].form.durationMinutes", equalTo(60));
  }

  @Test
  void two_managers_never_overwrite_each_other() {
    adapt(rsa, null, Map.of("durationMinutes", 45)).statusCode(428);
    adapt(rsa, "\"0\"", Map.of("durationMinutes", 45)).statusCode(200);
    adapt(rsa, "\"0\"", Map.of("durationMinutes", 50)).statusCode(412);
    adapt(rsa, "\"1\"", Map.of("durationMinutes", 50)).statusCode(200);
    adapt(rsa, "\"1\"", Map.of("note", "Sonnez."))
        .statusCode(412)
        .body("detail", containsString("durée"));
  }

  @Test
  void every_wrong_field_is_named_at_once() {
    adapt(
            rsa,
            "\"0\"",
            Map.of(
                "durationMinutes",
                7,
                "added",
                List.of(Map.of("document", "nulle-part"), Map.of("document", "doc-photo")),
                "removed",
                List.of("doc-photo"),
                "note",
                "x".repeat(501)))
        .statusCode(400)
        .body(
            "errors.field", contains("durationMinutes", "added[0].document", "removed[0]", "note"));
  }

  @Test
  void another_house_is_as_unknown_as_nothing() {
    Site lisieux = fixtures.site("Lisieux");
    adapt(lisieux, rsa, "\"0\"", Map.of("durationMinutes", 45)).statusCode(404);
    api().get("/sites/{id}/adaptations", lisieux.id()).then().statusCode(404);
    api().get("/sites/{id}/adaptations/{p}", moyaux.id(), 999_999).then().statusCode(404);
  }

  @Test
  @TestSecurity(user = "mireille", roles = Role.CLERK)
  void a_clerk_does_not_adapt() {
    adapt(rsa, "\"0\"", Map.of("durationMinutes", 45)).statusCode(403);
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private ObjectNode catalogue() {
    try {
      return (ObjectNode) JSON.readTree(api().get("/catalogue/file").asString());
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void imports(ObjectNode catalogue) {
    api()
        .contentType(ContentType.JSON)
        .body(catalogue.toString())
        .post("/imports/catalogue")
        .then()
        .statusCode(200);
  }

  private static ObjectNode named(ObjectNode catalogue, String code) {
    for (var one : catalogue.get("procedures")) {
      if (one.get("code").asText().equals(code)) {
        return (ObjectNode) one;
      }
    }
    throw new IllegalArgumentException(code);
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void the_next_catalogue_keeps_what_is_adapted_and_what_changed_beneath_is_said() {
    ObjectNode catalogue = catalogue();
    imports(catalogue);
    Procedure cni = fixtures.storedProcedure("cni");
    String kept = named(catalogue, "cni").at("/documents/0/document").asText();
    String gone = named(catalogue, "cni").at("/documents/1/document").asText();
    int minutes = named(catalogue, "cni").get("durationMinutes").asInt();
    adapt(cni, "\"0\"", Map.of("durationMinutes", 45, "removed", List.of(kept))).statusCode(200);
    read(cni).body("changedBeneath", nullValue());

    ObjectNode next = catalogue.deepCopy();
    next.put("version", "2027-01");
    named(next, "cni").put("durationMinutes", minutes + 20);
    ArrayNode papers = (ArrayNode) named(next, "cni").get("documents");
    papers.remove(1);
    papers.addObject().put("document", "bank-details").put("required", true);
    imports(next);

    read(cni)
        .body("network.durationMinutes", equalTo(minutes + 20))
        .body("here.durationMinutes", equalTo(45))
        .body("here.documents.code", not(hasItem(kept)))
        .body("here.documents.code", hasItem("bank-details"))
        .body("changedBeneath.durationBefore", equalTo(minutes))
        .body("changedBeneath.added", contains("bank-details"))
        .body("changedBeneath.removed", contains(gone));
    // Saved again, the house has seen it.
    adapt(cni, "\"1\"", Map.of("durationMinutes", 45, "removed", List.of(kept)))
        .statusCode(200)
        .body("changedBeneath", nullValue());
  }

  private String table() {
    return new String(
        api().get("/imports/tables/adaptations/file").asByteArray(), StandardCharsets.UTF_8);
  }

  private ValidatableResponse send(String path, String table) {
    return api()
        .contentType("text/csv")
        .body(table.getBytes(StandardCharsets.UTF_8))
        .post("/imports/tables/adaptations/" + path)
        .then();
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void as_a_table_they_go_out_and_come_in_and_are_taken_back() {
    adapt(rsa, "\"0\"", LONGER_WITH_A_PHOTO).statusCode(200);
    String table = table();
    assertThat(table).contains(moyaux.code() + ";rsa;60;doc-photo;doc-rsa;Le photomaton");
    send("preview", table).statusCode(200).body("rows", empty());
    send("file", table).statusCode(200).body("id", nullValue());

    String changed = table.replace(";rsa;60;", ";rsa;45;") + moyaux.code() + ";photo;15;;;\r\n";
    String made =
        send("file", changed)
            .statusCode(200)
            .body("id", notNullValue())
            .body("counts.created", equalTo(1))
            .body("counts.changed", equalTo(1))
            .extract()
            .path("id");
    read(rsa).body("here.durationMinutes", equalTo(45));
    api().post("/imports/catalogue/" + made + "/undo").then().statusCode(200);
    assertThat(table()).isEqualTo(table);
    send("file", changed.replace(moyaux.code() + ";photo;15", "nulle-part;photo;7"))
        .statusCode(400)
        .body("errors.field", contains("line3.site", "line3.durationMinutes"));
  }
}
