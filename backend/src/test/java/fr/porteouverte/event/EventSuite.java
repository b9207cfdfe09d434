package fr.porteouverte.event;

import fr.porteouverte.account.AgentRole;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.Site;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Timetable;
import fr.porteouverte.text.Text;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Two houses, the manager of one, and a week in December. The test's now is 23 November 2026. */
abstract class EventSuite extends ApiTest {
  static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);

  @Inject Timetable timetable;
  @Inject Events events;
  @Inject Workshops workshops;

  Site moyaux;
  Site sees;
  Partner caf;

  @BeforeEach
  void twoHouses() {
    moyaux = fixtures.site("Moyaux");
    sees = fixtures.site("Sées");
    caf = fixtures.partner("caf");
    fixtures.agent("marc", AgentRole.manager, moyaux);
    fixtures.agent("zoe", AgentRole.manager, sees);
  }

  /** An event as somebody else entered it. */
  Event week(boolean published) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Event week = new Event("portes-ouvertes", "somebody");
              week.describe(new Text("Portes ouvertes", "Open doors"), new Text("Entrez", "Come"));
              week.takePlace(MONDAY, MONDAY.plusDays(4));
              week.show(published);
              events.persist(week);
              return week;
            });
  }

  EventSessionView workshop(Event week, Site site, int capacity) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                workshops.add(
                    week,
                    new WorkshopForm(
                        "" + site.id(),
                        new EventText("L’espace famille", "The family account"),
                        MONDAY.plusDays(1).toString(),
                        "14:00",
                        "16:00",
                        capacity,
                        null,
                        "" + caf.id(),
                        "Salle 2",
                        OpeningMode.appointment)));
  }

  static Map<String, Object> form() {
    Map<String, Object> form = new HashMap<>();
    form.put("title", Map.of("fr", "Semaine portes ouvertes", "en", "Open-door week"));
    form.put("summary", Map.of("fr", "Entrez !", "en", "Come in!"));
    form.put("firstDate", "2026-12-07");
    form.put("lastDate", "2026-12-11");
    return form;
  }

  static Map<String, Object> workshopForm(Site site) {
    Map<String, Object> form = new HashMap<>();
    form.put("siteId", "" + site.id());
    form.put("title", Map.of("fr", "Bien débuter", "en", "First steps"));
    form.put("date", "2026-12-08");
    form.put("from", "14:00");
    form.put("to", "16:00");
    form.put("capacity", 12);
    return form;
  }

  ValidatableResponse post(String path, Object body) {
    return api().contentType(ContentType.JSON).body(body).post(path).then();
  }
}
