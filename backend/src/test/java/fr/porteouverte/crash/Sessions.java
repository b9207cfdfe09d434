package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.Bearer;
import fr.porteouverte.support.FussyMailServer.Taken;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sessions that are cancelled, one in each life that does so, with twelve guests each. */
final class Sessions {
  private static final int PEOPLE = 12;
  private static final long FIRST = 1000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> answers = new ArrayList<>();
  private final Ground ground;
  private final Set<Integer> unconfirmed = new HashSet<>();
  private Long unanswered;
  private int last = -1;
  private int undone;

  /**
   * Lays them down, and sees to it that there are no quiet hours, whatever the time of this test.
   */
  Sessions(Ground ground, long many) {
    this.ground = ground;
    ground.change(
        "insert into message_settings (site_id, reminder_days, reminder_time, morning_reminder,"
            + " morning_time, quiet_from, quiet_to, waitlist) values (1, 0, '18:00', false,"
            + " '08:00', '03:00', '03:00', false)",
        "insert into agent (id, username, first_name, last_name, partner_id, keycloak_due)"
            + " values (1, 'sophie', 'Sophie', 'Renault', 1, false)",
        "insert into assignment (agent_id, role) values (1, 'partner')");
    for (int n = 0; n < many; n++) {
      long id = FIRST + n;
      int days = n + 1;
      ground.change(
          "insert into session (id, permanence_id, site_id, local_date, start_at, end_at, state)"
              + (" select " + id + ", 1, 1, local_date + " + days)
              + (", start_at + interval '" + days + "' day, end_at + interval '" + days + "' day,")
              + " 'planned' from session where id = 1",
          "insert into slot (id, session_id, permanence_id, start_at, end_at, capacity)"
              + (" select " + id + ", id, 1, start_at, end_at, 12 from session where id = " + id));
    }
  }

  /**
   * Twelve guests book the next session.
   *
   * @param confirmed whether they hear of it before it is cancelled
   */
  Set<String> book(Product product, boolean confirmed) throws Exception {
    last++;
    if (!confirmed) {
      unconfirmed.add(last);
    }
    Set<String> guests = guests(last);
    for (String email : guests) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(product.api("/bookings"))
                  .header("Content-Type", "application/json")
                  .POST(
                      BodyPublishers.ofString(
                          "{\"slotId\": \""
                              + (FIRST + last)
                              + "\", \"procedureId\": \"1\", \"visitor\": {\"firstName\": \"Jeanne\","
                              + " \"lastName\": \"Lefèvre\", \"email\": \""
                              + email
                              + "\"}}"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
    return guests;
  }

  private static Set<String> guests(int session) {
    Set<String> addresses = new HashSet<>();
    for (int n = 0; n < PEOPLE; n++) {
      addresses.add("guest." + session + "." + n + "@example.org");
    }
    return addresses;
  }

  /** The session that was booked last. */
  void cancel(Product product) throws InterruptedException {
    cancel(product, FIRST + last);
  }

  /** Who got no answer asks again. */
  void askAgain(Product product) throws InterruptedException {
    if (unanswered != null) {
      cancel(product, unanswered);
    }
  }

  private void cancel(Product product, long session) throws InterruptedException {
    unanswered = session;
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(product.api("/sessions/" + session + "/cancellation"))
                  .header("Content-Type", "application/json")
                  .header("Authorization", "Bearer " + Bearer.token("sophie", Role.PARTNER))
                  .POST(BodyPublishers.ofString("{\"reason\": \"L’agent est empêché.\"}"))
                  .build(),
              BodyHandlers.ofString());
      answers.add(session + ":" + answer.statusCode());
      assertThat(answer.statusCode()).as(answer.body()).isIn(200, 409);
      unanswered = null;
    } catch (IOException killed) {
      answers.add(session + ":killed");
    }
  }

  /**
   * All guests: a confirmation, unless it was still waiting when it was true no more, and the end.
   */
  boolean allTold(List<Taken> mails) {
    Map<String, Set<String>> told = told(mails);
    for (int session = 0; session <= last; session++) {
      int messages = unconfirmed.contains(session) ? 1 : 2;
      for (String email : guests(session)) {
        if (told.getOrDefault(email, Set.of()).size() < messages) {
          return false;
        }
      }
    }
    return true;
  }

  /** The identities of the mails that each guest got. */
  static Map<String, Set<String>> told(List<Taken> mails) {
    return mails.stream()
        .filter(mail -> mail.to().startsWith("guest."))
        .collect(
            Collectors.groupingBy(
                Taken::to, Collectors.mapping(Taken::messageId, Collectors.toSet())));
  }

  int guests() {
    return (last + 1) * PEOPLE;
  }

  /** To be called after a kill, while no process has the database. */
  void lookBack() {
    if (unanswered != null
        && ground.read("select state from session where id = " + unanswered).contains("planned")) {
      undone++;
    }
  }

  /** Kills that came between the request and the end of its transaction. */
  int undone() {
    return undone;
  }

  List<String> answers() {
    return answers;
  }
}
