package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.porteouverte.access.Role;
import fr.porteouverte.support.Bearer;
import fr.porteouverte.support.FussyMailServer;
import fr.porteouverte.support.FussyMailServer.Taken;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Sessions of twelve people each are cancelled, and the product is killed (SIGKILL) while it does
 * so: somewhere in the transaction, between it and the first message, in the middle of one. After
 * each kill it is started again, and who got no answer asks once more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FallenSuite {
  private static final int PEOPLE = 12;

  /** Kills in the transaction come so long after the request, in milliseconds. */
  private static final List<Integer> DELAYS = List.of(20, 100, 200);

  private static final List<Blow.Moment> MOMENTS =
      List.of(
          Blow.Moment.firstAnswer,
          Blow.Moment.beforeMail,
          Blow.Moment.beforeEnd,
          Blow.Moment.taken);

  private static final int ROUNDS = DELAYS.size() + MOMENTS.size();

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> answers = new ArrayList<>();
  private Ground ground;
  private FussyMailServer mail;
  private Product product;
  private volatile Blow blow;

  /** Rounds in which the kill came between the request and the end of its transaction. */
  private int undone;

  abstract Ground ground();

  @BeforeAll
  void kill_it_while_sessions_are_cancelled() throws Exception {
    ground = ground();
    prepare();
    mail = new FussyMailServer(0, line -> blow.answer(line), took -> blow.took(took));
    for (int round = 0; round < ROUNDS; round++) {
      live(round);
    }
    start("last", Blow.Moment.taken);
    cancel(ROUNDS - 1);
    await().atMost(Duration.ofMinutes(2)).until(this::allTold);
    product.stop();
  }

  @AfterAll
  void close() throws IOException {
    product.kill(); // if something failed
    mail.close();
    ground.close();
  }

  /** A session for each round, and no quiet hours, whatever the time of this test. */
  private void prepare() {
    ground.change(
        "insert into message_settings (site_id, reminder_days, reminder_time, morning_reminder,"
            + " morning_time, quiet_from, quiet_to, waitlist) values (1, 0, '18:00', false,"
            + " '08:00', '03:00', '03:00', false)",
        "insert into agent (id, username, first_name, last_name, role, partner_id, keycloak_due)"
            + " values (1, 'sophie', 'Sophie', 'Renault', 'partner', 1, false)");
    for (int round = 0; round < ROUNDS; round++) {
      long id = id(round);
      int days = round + 1;
      ground.change(
          "insert into session (id, permanence_id, site_id, local_date, start_at, end_at, state)"
              + (" select " + id + ", 1, 1, local_date + " + days)
              + (", start_at + interval '" + days + "' day, end_at + interval '" + days + "' day,")
              + " 'planned' from session where id = 1",
          "insert into slot (id, session_id, permanence_id, start_at, end_at, capacity)"
              + (" select " + id + ", id, 1, start_at, end_at, 12 from session where id = " + id));
    }
  }

  private static long id(int round) {
    return 1000L + round;
  }

  private void live(int round) throws Exception {
    boolean inTransaction = round < DELAYS.size();
    Blow.Moment moment = inTransaction ? Blow.Moment.taken : MOMENTS.get(round - DELAYS.size());
    start("round-" + round, moment);
    if (round > 0) {
      cancel(round - 1); // who got no answer asks again
    }
    book(round);
    if (moment != Blow.Moment.firstAnswer) {
      Set<String> expected = addresses(round);
      await().until(() -> told().keySet().containsAll(expected));
    }
    if (inTransaction) {
      CompletableFuture<Void> kill =
          CompletableFuture.runAsync(
              () -> {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(DELAYS.get(round)));
                blow.strike();
              });
      cancel(round);
      kill.get(30, TimeUnit.SECONDS);
    } else {
      blow.arm();
      cancel(round);
      if (!moment.duringSending()) {
        blow.strike();
      }
    }
    blow.await();
    if (answers.contains(round + ":killed")
        && ground.read("select state from session where id = " + id(round)).contains("planned")) {
      undone++;
    }
  }

  private void start(String name, Blow.Moment moment) {
    Map<String, String> settings = new HashMap<>();
    settings.put("QUARKUS_MAILER_HOST", "127.0.0.1");
    settings.put("QUARKUS_MAILER_PORT", "" + mail.port());
    settings.put("PORTE_OUVERTE_OUTBOX_LEASE", "10S");
    settings.put("PORTE_OUVERTE_JOBS_HEARTBEAT", "1S");
    settings.put("PORTE_OUVERTE_OUTBOX_EVERY", "1S");
    settings.put("QUARKUS_OIDC_TENANT_ENABLED", "true");
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", "");
    settings.put("QUARKUS_OIDC_PUBLIC_KEY", Bearer.publicKey());
    settings.put("QUARKUS_OIDC_TOKEN_ISSUER", Bearer.ISSUER);
    settings.put("PORTE_OUVERTE_OIDC_AUTHORITY", Bearer.ISSUER);
    product = Product.start(ground, name, settings);
    blow = new Blow(product, moment);
    product.ready();
  }

  private static Set<String> addresses(int round) {
    Set<String> addresses = new HashSet<>();
    for (int n = 0; n < PEOPLE; n++) {
      addresses.add("visitor." + round + "." + n + "@example.org");
    }
    return addresses;
  }

  private void book(int round) throws Exception {
    for (String email : addresses(round)) {
      var answer =
          http.send(
              HttpRequest.newBuilder(product.api("/bookings"))
                  .header("Content-Type", "application/json")
                  .POST(
                      BodyPublishers.ofString(
                          "{\"slotId\": \""
                              + id(round)
                              + "\", \"procedureId\": \"1\", \"visitor\": {\"firstName\": \"Jeanne\","
                              + " \"lastName\": \"Lefèvre\", \"email\": \""
                              + email
                              + "\"}}"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
  }

  private void cancel(int round) throws InterruptedException {
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(product.api("/sessions/" + id(round) + "/cancellation"))
                  .header("Content-Type", "application/json")
                  .header("Authorization", "Bearer " + Bearer.token("sophie", Role.PARTNER))
                  .POST(BodyPublishers.ofString("{\"reason\": \"L’agent est empêché.\"}"))
                  .build(),
              BodyHandlers.ofString());
      answers.add(round + ":" + answer.statusCode());
      assertThat(answer.statusCode()).as(answer.body()).isIn(200, 409);
    } catch (IOException killed) {
      answers.add(round + ":killed");
    }
  }

  /** The identities of the mails that each address got. */
  private Map<String, Set<String>> told() {
    return mail.taken().stream()
        .collect(
            Collectors.groupingBy(
                Taken::to, Collectors.mapping(Taken::messageId, Collectors.toSet())));
  }

  /** A confirmation, unless it was still waiting when it was true no more, and that it fell. */
  private boolean allTold() {
    Map<String, Set<String>> told = told();
    for (int round = 0; round < ROUNDS; round++) {
      int messages = round == DELAYS.size() ? 1 : 2;
      for (String email : addresses(round)) {
        if (told.getOrDefault(email, Set.of()).size() < messages) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void after_every_kill_each_session_is_cancelled_and_nobody_stands_in_it() {
    System.out.println(getClass().getSimpleName() + ": " + answers);
    assertThat(ground.read("select distinct state from session where id >= 1000"))
        .containsExactly("cancelled");
    assertThat(ground.read("select distinct state from booking")).containsExactly("cancelled");
    assertThat(ground.read("select cast(count(*) as varchar) from seat")).containsExactly("0");
  }

  @Test
  void at_least_one_kill_came_before_a_cancellation_was_committed() {
    assertThat(undone).as("%s", answers).isPositive();
  }

  @Test
  void everybody_is_told_exactly_once() {
    List<String> cancelledByHouse =
        ground.read(
            "select '<' || cast(uid as varchar) || '@porte-ouverte>' from outbox where kind ="
                + " 'cancelledByHouse' and state = 'sent'");
    assertThat(cancelledByHouse).hasSize(ROUNDS * PEOPLE);
    assertThat(ground.read("select booking_id from outbox where kind = 'cancelledByHouse'"))
        .hasSize(ROUNDS * PEOPLE)
        .doesNotHaveDuplicates();
    assertThat(told().values())
        .allSatisfy(
            ids -> {
              assertThat(ids.stream().filter(cancelledByHouse::contains)).hasSize(1);
              assertThat(ids).hasSizeLessThanOrEqualTo(2);
            });
  }

  @Test
  void only_what_the_server_had_taken_just_before_a_kill_went_twice() {
    Map<String, List<Taken>> byId =
        mail.taken().stream().collect(Collectors.groupingBy(Taken::messageId));
    byId.values().removeIf(mails -> mails.size() == 1);
    assertThat(byId.values())
        .allSatisfy(mails -> assertThat(mails.stream().map(Taken::hello)).doesNotHaveDuplicates());
  }
}
