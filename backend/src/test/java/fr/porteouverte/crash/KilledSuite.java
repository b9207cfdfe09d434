package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.porteouverte.support.FussyMailServer;
import fr.porteouverte.support.FussyMailServer.Taken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The product is killed (SIGKILL) twenty times while people book, ten times before a mail begins
 * and ten times in the middle of one, and started again each time; the mail server and the database
 * live on. Then it is stopped once as one should (SIGTERM), and may finish.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class KilledSuite {
  private static final List<Blow.Moment> BETWEEN =
      List.of(Blow.Moment.firstAnswer, Blow.Moment.allAnswers);
  private static final List<Blow.Moment> DURING =
      List.of(Blow.Moment.beforeMail, Blow.Moment.taken, Blow.Moment.beforeEnd, Blow.Moment.taken);
  private static final int KILLS = 20;
  private static final int PEOPLE = 6;

  /** Two lanes and the wake: each has one mail under way at most. */
  private static final int SENDERS = 3;

  private static final int SIGKILL = 137;

  /** What has not come after a lease, dead lanes and a busy machine is lost. */
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Visitors visitors = new Visitors();
  private final Set<String> killed = new HashSet<>();
  private Ground ground;
  private Product product;
  private FussyMailServer mail;
  private volatile Blow blow;
  private List<Taken> taken;
  private int heard;
  private Instant since = Instant.EPOCH;

  abstract Ground ground();

  @BeforeAll
  void kill_it_twenty_times() throws Exception {
    ground = ground();
    mail = new FussyMailServer(0, line -> blow.answer(line), took -> blow.took(took));
    for (int n = 0; n < KILLS; n++) {
      List<Blow.Moment> moments = n % 2 == 0 ? BETWEEN : DURING;
      live("life-" + n, moments.get(n / 2 % moments.size()));
    }
    stop();
    finish();
    taken = mail.taken();
  }

  private void live(String name, Blow.Moment moment) throws Exception {
    product = start(name);
    blow = new Blow(product, moment);
    product.ready();
    blow.arm();
    CountDownLatch answers = new CountDownLatch(moment == Blow.Moment.firstAnswer ? 1 : PEOPLE);
    List<? extends Future<?>> people = visitors.book(product, PEOPLE, answers);
    if (!moment.duringSending()) {
      assertThat(answers.await(30, TimeUnit.SECONDS)).isTrue();
      blow.strike();
    }
    blow.await();
    for (Future<?> person : people) {
      person.get();
    }
    assertThat(product.exitCode()).isEqualTo(SIGKILL);
    killed.add(name);
  }

  /** Asked for (SIGTERM), in the middle of sending. */
  private void stop() throws Exception {
    product = start("stopped");
    blow = Blow.never(product);
    product.ready();
    int before = mail.taken().size();
    List<? extends Future<?>> people = visitors.book(product, PEOPLE, new CountDownLatch(0));
    await().pollInterval(Duration.ofMillis(1)).until(() -> mail.taken().size() > before);
    product.stop();
    for (Future<?> person : people) {
      person.get();
    }
  }

  private void finish() throws Exception {
    product = start("last");
    blow = Blow.never(product);
    product.ready();
    for (Future<?> person : visitors.book(product, 0, new CountDownLatch(0))) {
      person.get();
    }
    await().atMost(Duration.ofMinutes(3)).until(() -> allArrived() || silentFor(PATIENCE));
    product.stop();
  }

  private boolean allArrived() {
    return people(mail.taken()).containsAll(visitors.booked());
  }

  private boolean silentFor(Duration time) {
    int now = mail.taken().size();
    if (now != heard) {
      heard = now;
      since = Instant.now();
    }
    return since.plus(time).isBefore(Instant.now());
  }

  private Product start(String name) {
    Map<String, String> settings = new HashMap<>(ground.settings());
    settings.put("QUARKUS_MAILER_HOST", "127.0.0.1");
    settings.put("QUARKUS_MAILER_PORT", "" + mail.port());
    settings.put("PORTE_OUVERTE_OUTBOX_LEASE", "10S");
    settings.put("PORTE_OUVERTE_OUTBOX_HEARTBEAT", "1S");
    settings.put("PORTE_OUVERTE_OUTBOX_EVERY", "1S");
    return Product.start(ground.product(), name, ground.folder(), settings);
  }

  @AfterAll
  void close() throws IOException {
    product.kill(); // if something failed
    visitors.close();
    mail.close();
    ground.close();
  }

  private static Set<String> people(List<Taken> mails) {
    return mails.stream().map(Taken::to).collect(Collectors.toSet());
  }

  private Map<String, List<Taken>> repeated() {
    Map<String, List<Taken>> byId = taken.stream().collect(Collectors.groupingBy(Taken::messageId));
    byId.values().removeIf(mails -> mails.size() == 1);
    return byId;
  }

  @Test
  void it_was_killed_twenty_times_and_nobody_lost_an_appointment() {
    assertThat(killed).hasSize(KILLS);
    assertThat(ground.read("select email from booking"))
        .hasSize((KILLS + 1) * PEOPLE)
        .containsExactlyInAnyOrderElementsOf(visitors.booked());
  }

  @Test
  void no_message_is_lost_and_none_tells_what_did_not_happen() {
    assertThat(people(taken)).isEqualTo(visitors.booked());
    assertThat(ground.read("select distinct state from outbox where kind = 'confirmation'"))
        .containsExactly("sent");
  }

  @Test
  void each_booking_has_one_confirmation_in_the_outbox() {
    assertThat(ground.read("select booking_id from outbox where kind = 'confirmation'"))
        .hasSize((KILLS + 1) * PEOPLE)
        .doesNotHaveDuplicates();
  }

  @Test
  void what_went_twice_has_the_same_message_id() {
    Map<String, Set<String>> ids =
        taken.stream()
            .collect(
                Collectors.groupingBy(
                    Taken::to, Collectors.mapping(Taken::messageId, Collectors.toSet())));
    assertThat(ids.values()).allSatisfy(one -> assertThat(one).hasSize(1));
    assertThat(ids.values().stream().flatMap(Set::stream))
        .containsExactlyInAnyOrderElementsOf(
            ground.read(
                "select '<' || cast(uid as varchar) || '@porte-ouverte>' from outbox where kind ="
                    + " 'confirmation'"));
  }

  @Test
  void only_what_the_server_had_taken_just_before_a_kill_went_twice() {
    Map<String, Integer> underWay = new HashMap<>();
    for (List<Taken> mails : repeated().values()) {
      List<String> lives = mails.stream().map(Taken::hello).toList();
      assertThat(lives).doesNotHaveDuplicates();
      lives.subList(0, lives.size() - 1).forEach(life -> underWay.merge(life, 1, Integer::sum));
    }
    System.out.println(getClass().getSimpleName() + ": went twice, after " + underWay);
    assertThat(killed).containsAll(underWay.keySet());
    assertThat(underWay.values()).allMatch(mails -> mails <= SENDERS);
    assertThat(underWay).as("some kills fell between the server's yes and our note").isNotEmpty();
  }
}
