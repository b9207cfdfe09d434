package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.support.Bearer;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What goes on in a house, each step of it by another process than the one before: people hold,
 * book, move and cancel, a clerk gives numbers and calls them, another system follows and lists.
 */
final class Everyday {
  /** Bound to the partner, in both houses; and to the second house. */
  private static final List<String> SYSTEMS = List.of("partners", "second");

  private final Asking asking = new Asking();
  private final Map<String, String> expected = new TreeMap<>();
  private final List<String> numbers = new ArrayList<>();
  private String seen = "";
  private String serving;
  private int turn;

  Everyday(Ground ground) {
    ground.change(
        "insert into site (id, name, street, postcode, commune, insee, department, latitude,"
            + " longitude, zone, holiday_zone, kind, takes_appointments) select 2, 'Orbec', street,"
            + " postcode, 'Orbec', insee, department, latitude, longitude, zone, holiday_zone, kind,"
            + " takes_appointments from site",
        "insert into permanence (id, site_id, host, partner_id, rrule, first_date, from_time, to_time,"
            + " mode, slot_minutes, capacity, notice_minutes, horizon_days, change_deadline_minutes,"
            + " materialised_until) select 2, 2, host, partner_id, rrule, first_date, from_time,"
            + " to_time, mode, slot_minutes, capacity, notice_minutes, horizon_days,"
            + " change_deadline_minutes, materialised_until from permanence",
        "insert into permanence_procedure (permanence_id, procedure_id) values (2, 1)",
        "insert into session (id, permanence_id, site_id, local_date, start_at, end_at, state) select"
            + " 2, 2, 2, local_date, start_at, end_at, state from session",
        "insert into slot (id, session_id, permanence_id, start_at, end_at, capacity) select 2, 2, 2,"
            + " start_at, end_at, capacity from slot",
        "insert into agent (id, username, first_name, last_name, keycloak_due) values (1, 'claire',"
            + " 'Claire', 'Renault', false)",
        "insert into assignment (agent_id, role, site_id) values (1, 'clerk', 1)",
        "insert into counter (id, site_id, name, position, serves, opened_by, opened_at) values (1, 1,"
            + " 'Guichet 1', 1, 'all', 'claire', now())",
        "insert into integrator (id, version, name, contact_name, contact_email, scopes, partner_id,"
            + " created_at, created_by) values (11, 0, 'partners', 'Ada', 'ada@example.org',"
            + " 'bookings:read', 1, now(), 'x'), (12, 0, 'second', 'Ada', 'ada@example.org',"
            + " 'bookings:read', null, now(), 'x')",
        "insert into integrator_place (integrator_id, site_id) values (11, 1), (11, 2), (12, 2)",
        "insert into integrator_key (integrator_id, client_id, created_at, created_by) values (11,"
            + " 'partners', now(), 'x'), (12, 'second', now(), 'x')");
  }

  /** So that a process takes the tests' tokens. */
  static Map<String, String> settings() {
    return Map.of(
        "QUARKUS_OIDC_TENANT_ENABLED",
        "true",
        "QUARKUS_OIDC_AUTH_SERVER_URL",
        "",
        "PORTE_OUVERTE_OIDC_AUTHORITY",
        Bearer.ISSUER,
        "QUARKUS_OIDC_PUBLIC_KEY",
        Bearer.publicKey(),
        "QUARKUS_OIDC_TOKEN_ISSUER",
        Bearer.ISSUER);
  }

  /** Each in turn begins. */
  void goesOn(Product one, Product other, int turns) throws Exception {
    for (int i = 0; i < turns; i++) {
      boolean even = turn++ % 2 == 0;
      goesOn(even ? one : other, even ? other : one);
    }
  }

  private void goesOn(Product a, Product b) throws Exception {
    JsonPath held =
        asking.post(a, "/holds", Map.of(), "{\"slotId\": \"1\", \"procedureId\": \"1\"}", 201);
    String guest =
        """
        {"slotId": "1", "procedureId": "1", "holdId": "%s",
         "visitor": {"firstName": "Jeanne", "lastName": "Lefèvre", "email": "guest.%d@example.org"}}
        """
            .formatted(held.getString("id"), turn);
    JsonPath booked = asking.post(b, "/bookings", Map.of(), guest, 201);
    String reference = booked.getString("reference");
    Map<String, String> secret = Map.of("Booking-Secret", booked.getString("secret"));
    String path = "/bookings/" + reference;
    switch (turn / 2 % 3) {
      case 0 -> {
        asking.post(a, path + "/reschedule", secret, "{\"slotId\": \"2\"}", 200);
        expected.put(reference, "booked in 2");
      }
      case 1 -> {
        asking.post(a, path + "/cancellation", secret, "{}", 200);
        expected.put(reference, "cancelled in 1");
      }
      default -> expected.put(reference, "booked in 1");
    }
    changesOn(b);
    queue(a, b);
  }

  /** One gives a number and serves, the other one calls. */
  private void queue(Product a, Product b) throws Exception {
    String walkIn = "{\"procedureId\": \"1\", \"reason\": \"Essai\"}";
    asking.post(b, "/sites/1/tickets", clerk(), walkIn, 201);
    String finish = "{\"finish\": true, \"ticketId\": \"" + serving + "\"}";
    JsonPath called =
        asking.post(a, "/counters/1/next", clerk(), serving == null ? "{}" : finish, 200);
    serving = called.getString("counter.ticket.id");
    numbers.add(called.getString("counter.ticket.number"));
    Map<String, String> asSeen = new HashMap<>(clerk());
    asSeen.put("If-Match", "\"" + called.getInt("counter.ticket.version") + "\"");
    asking.post(b, "/tickets/" + serving + "/start", asSeen, "", 200);
  }

  private static Map<String, String> clerk() {
    return Asking.bearer(Bearer.token("claire", "clerk"));
  }

  /** Reading gives what is new its numbers. */
  private void changesOn(Product product) throws Exception {
    JsonPath answer =
        asking.get(
            product, "/changes" + (seen.isEmpty() ? "" : "?after=" + seen), system("partners"));
    seen = answer.getString("next");
  }

  private static String system(String name) {
    return Bearer.token("service-account-" + name, "integrator");
  }

  /**
   * While nobody books. What another system sees does not depend on who answers, and nothing is
   * missing in it.
   */
  void sameOn(Product one, Product other) throws Exception {
    for (String name : SYSTEMS) {
      List<String> listed = bookings(one, system(name));
      assertThat(bookings(other, system(name))).as(name).isEqualTo(listed);
      expected.forEach(
          (reference, so) -> {
            boolean there = name.equals("partners") || so.endsWith("2");
            String line = reference + " " + so;
            if (there) {
              assertThat(listed).as(name).contains(line);
            } else {
              assertThat(listed).as(name).doesNotContain(line);
            }
          });
      assertThat(changes(other, system(name))).isEqualTo(changes(one, system(name)));
    }
    assertThat(queue(other)).isEqualTo(queue(one));
    assertThat(numbers).doesNotHaveDuplicates();
  }

  private List<String> bookings(Product product, String token) throws Exception {
    return asking.all(product, "/bookings", token).stream()
        .map(one -> one.get("reference") + " " + one.get("status") + " in " + one.get("siteId"))
        .toList();
  }

  private List<String> changes(Product product, String token) throws Exception {
    return asking.all(product, "/changes", token).stream()
        .map(one -> one.get("id") + " " + one.get("type") + " " + one.get("subject"))
        .toList();
  }

  private List<Integer> queue(Product product) throws Exception {
    JsonPath queue = asking.get(product, "/sites/1/queue", Bearer.token("claire", "clerk"));
    return List.of(queue.getInt("seq"), queue.getList("finished").size());
  }
}
