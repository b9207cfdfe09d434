package fr.porteouverte.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.access.AgentScopes;
import fr.porteouverte.access.Role;
import fr.porteouverte.account.Agent;
import fr.porteouverte.account.Agents;
import fr.porteouverte.imports.Imports;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.site.Sites;
import fr.porteouverte.support.ApiTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoTest extends ApiTest {
  @Inject Demo demo;
  @Inject Sites sites;
  @Inject Agents agents;
  @Inject AgentScopes places;
  @Inject Procedures procedures;
  @Inject Permanences permanences;
  @Inject EntityManager database;
  @Inject Imports imports;
  @Inject NationalPermanences national;

  /**
   * Whose database has the demo and nothing else: most tests only read it, and it takes seconds.
   */
  private static Class<?> laid;

  @Override
  protected void lay() {
    if (laid != getClass()) {
      super.lay();
      demo.ensure();
      laid = getClass();
    }
  }

  private List<Long> sizes() {
    return List.of(
        sites.count(),
        procedures.count(),
        permanences.count(),
        agents.count(),
        database.createQuery("select count(c) from Counter c", Long.class).getSingleResult(),
        database.createQuery("select count(s) from Slot s", Long.class).getSingleResult());
  }

  @Test
  void a_second_start_adds_nothing() {
    List<Long> before = sizes();
    assertThat(before).allMatch(count -> count > 0);
    demo.ensure();
    assertThat(sizes()).isEqualTo(before);
  }

  @Test
  void each_agent_of_the_demo_may_act_where_their_role_says() {
    assertThat(agents.count()).isGreaterThanOrEqualTo(6);
    for (Agent agent : agents.after(null, 100)) {
      AgentScopes.Of where = places.of(agent.username());
      Set<String> roles = where.roles();
      assertThat(roles).as(agent.username()).isNotEmpty();
      assertThat(where.sites().isEmpty())
          .as(agent.username())
          .isEqualTo(!roles.contains(Role.CLERK) && !roles.contains(Role.MANAGER));
      assertThat(where.reach() == null)
          .as(agent.username())
          .isEqualTo(!roles.contains(Role.PARTNER));
    }
  }

  @Test
  void each_house_is_the_nearest_of_its_own_commune() {
    for (DemoHouse house : DemoHouses.file()) {
      api()
          .queryParam("near", house.commune())
          .get("/sites")
          .then()
          .statusCode(200)
          .body("items[0].address.commune", equalTo(house.commune()));
    }
  }

  @Test
  void at_sees_caf_is_there_without_appointment() {
    String rsa = api().get("/procedures?q=RSA&partner=" + id("caf")).path("items[0].id");
    api()
        .queryParam("near", "Sées")
        .queryParam("procedure", rsa)
        .get("/sites")
        .then()
        .body("items[0].address.commune", equalTo("Sées"))
        .body("items[0].walkIn", equalTo(true));
  }

  @Test
  void at_athis_the_association_comes_twice_a_week_by_appointment() {
    String learn = api().get("/procedures?q=apprendre").path("items[0].id");
    api()
        .queryParam("near", "61430")
        .queryParam("procedure", learn)
        .get("/sites")
        .then()
        .body("items[0].address.commune", equalTo("Athis-Val de Rouvre"))
        .body("items[0].partner.code", equalTo("association"))
        .body("items[0].nextSlot.start", equalTo("2026-11-24T09:00:00+01:00"))
        .body("items[0].nextSlot.remaining", greaterThan(0));
  }

  @Test
  void a_house_at_la_reunion_keeps_its_own_time() {
    String card = api().get("/procedures?q=carte identite").path("items[0].id");
    api()
        .queryParam("near", "97413")
        .queryParam("procedure", card)
        .get("/sites")
        .then()
        .body("items[0].zone", equalTo("Indian/Reunion"))
        .body("items[0].partner", nullValue())
        .body("items[0].nextSlot.start", equalTo("2026-11-24T08:00:00+04:00"));
  }

  @Test
  void everything_people_come_for_can_be_had_somewhere() {
    Set<String> served = new TreeSet<>();
    for (String site : api().get("/sites?limit=100").<List<String>>path("items.id")) {
      served.addAll(api().get("/procedures?site=" + site).<List<String>>path("items.code"));
    }
    List<String> all = api().get("/procedures").path("items.code");
    assertThat(served).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void houses_of_the_list_that_take_appointments_can_be_tried_too() {
    laid = null;
    sendSites();
    List<Long> houses = QuarkusTransaction.requiringNew().call(national::houses);
    int made = QuarkusTransaction.requiringNew().call(() -> national.ensure(houses));
    // Two houses take appointments in that file: one on weekdays, one on Saturdays only.
    assertThat(made).isEqualTo(3);
    assertThat(QuarkusTransaction.requiringNew().call(national::houses)).isEmpty();
    assertThat(
            database
                .createQuery(
                    "select count(p) from Permanence p where p.origin <> 'demo'", Long.class)
                .getSingleResult())
        .isZero();
  }

  private void sendSites() {
    try (InputStream file = getClass().getResourceAsStream("/imports/sites.csv")) {
      imports.now(imports.sites(file), "sites.csv", "demo");
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  @Test
  @TestSecurity(user = "admin.reseau", roles = "admin")
  void without_the_demo_nothing_is_invented() {
    api().post("/imports/demo-permanences").then().statusCode(404);
  }

  private String id(String partner) {
    return api().get("/partners").path("items.find { it.code == '" + partner + "' }.id");
  }
}
