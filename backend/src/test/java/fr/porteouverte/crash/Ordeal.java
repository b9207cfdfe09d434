package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.porteouverte.support.Bearer;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The product is killed (SIGKILL) while people book and while sessions of people who did are
 * cancelled: in a transaction, before a mail begins, in the middle of one. Each time it is started
 * again; the mail server and the database live on. Then it is stopped once as one should (SIGTERM),
 * and may finish.
 */
final class Ordeal implements AutoCloseable {
  static final List<Life> LIVES = Life.all();
  static final int PEOPLE = 6;

  private static final int SIGKILL = 137;

  /** What has not come after a lease, dead lanes and a busy machine is lost. */
  private static final int LAST_LIVES = 5;

  private static final String UNNOTED =
      "select cast(uid as varchar) from outbox where state = 'waiting' and kind in ('confirmation',"
          + " 'cancelledByHouse') union all select uid from webhook_delivery where state = 'waiting'";

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  final Visitors visitors = new Visitors();
  final Sessions sessions;
  final Set<String> killed = new HashSet<>();
  final Ground ground;
  final Follower follower;
  private final FussyMailServer mail;
  private Product product;
  private volatile Blow blow;
  private int heard;
  private Instant since = Instant.EPOCH;

  Ordeal(Ground ground) {
    this.ground = ground;
    this.follower = new Follower(ground);
    this.sessions = new Sessions(ground, LIVES.stream().filter(Life::cancels).count());
    this.mail = new FussyMailServer(0, line -> blow.answer(line), took -> blow.took(took));
  }

  void run() throws Exception {
    for (Life life : LIVES) {
      live("life-" + killed.size(), life);
    }
    stop();
    finish();
  }

  /** Each mail that the server took, in their order. */
  List<Taken> taken() {
    return mail.taken();
  }

  static Set<String> people(List<Taken> mails) {
    return mails.stream().map(Taken::to).collect(Collectors.toSet());
  }

  private void live(String name, Life life) throws Exception {
    product = start(name);
    blow = new Blow(product, life.moment());
    product.ready();
    sessions.askAgain(product);
    List<? extends Future<?>> people = life.cancels() ? cancel(life) : book(life);
    blow.await();
    for (Future<?> person : people) {
      person.get();
    }
    assertThat(product.exitCode()).isEqualTo(SIGKILL);
    sessions.lookBack();
    killed.add(name);
  }

  private List<? extends Future<?>> book(Life life) throws Exception {
    blow.arm();
    CountDownLatch answers =
        new CountDownLatch(life.moment() == Blow.Moment.firstAnswer ? 1 : PEOPLE);
    List<? extends Future<?>> people = visitors.book(product, PEOPLE, answers);
    if (life.silent()) {
      assertThat(answers.await(30, TimeUnit.SECONDS)).isTrue();
      blow.strike();
    }
    return people;
  }

  /** People book meanwhile, unless it is a message about the cancellation that is cut short. */
  private List<? extends Future<?>> cancel(Life life) throws Exception {
    Set<String> guests = sessions.book(product, !life.silent());
    if (!life.silent()) {
      await().atMost(PATIENCE).until(() -> people(mail.taken()).containsAll(guests));
    }
    int fresh = life.silent() || life.inTransaction() ? PEOPLE : 0;
    List<? extends Future<?>> people = visitors.book(product, fresh, new CountDownLatch(0));
    if (life.inTransaction()) {
      CompletableFuture<Void> kill =
          CompletableFuture.runAsync(
              blow::strike,
              CompletableFuture.delayedExecutor(life.after().toMillis(), TimeUnit.MILLISECONDS));
      sessions.cancel(product);
      kill.get(30, TimeUnit.SECONDS);
    } else if (life.silent()) {
      sessions.cancel(product);
      blow.strike();
    } else {
      blow.arm();
      sessions.cancel(product);
    }
    return people;
  }

  /** Asked for (SIGTERM), in the middle of sending. */
  private void stop() throws Exception {
    product = start("stopped");
    blow = Blow.never(product);
    product.ready();
    sessions.askAgain(product);
    int before = mail.taken().size();
    List<? extends Future<?>> people = visitors.book(product, PEOPLE, new CountDownLatch(0));
    await().pollInterval(Duration.ofMillis(1)).until(() -> mail.taken().size() > before);
    product.stop();
    for (Future<?> person : people) {
      person.get();
    }
  }

  /**
   * What the mail server took just before a kill has arrived, and waits all the same for the end of
   * its lease: it is there once more until that is noted, too.
   */
  private void finish() throws Exception {
    for (int time = 0; time < LAST_LIVES; time++) {
      boolean first = time == 0;
      product = start("last-" + time);
      blow = Blow.never(product);
      product.ready();
      for (Future<?> person : visitors.book(product, 0, new CountDownLatch(0))) {
        person.get();
      }
      int before = mail.taken().size();
      await()
          .atMost(Duration.ofMinutes(3))
          .until(
              () -> (first ? allArrived() : mail.taken().size() > before) || silentFor(PATIENCE));
      product.stop();
      if (ground.read(UNNOTED).isEmpty()) {
        return;
      }
    }
  }

  private boolean allArrived() {
    return people(mail.taken()).containsAll(visitors.booked())
        && sessions.allTold(mail.taken())
        && created() >= visitors.booked().size() + sessions.guests();
  }

  /** Of how many bookings the other system heard. */
  private long created() {
    return follower.told().stream().filter(one -> one.startsWith("booking.created ")).count();
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
    Map<String, String> settings = new HashMap<>();
    settings.put("QUARKUS_MAILER_HOST", "127.0.0.1");
    settings.put("QUARKUS_MAILER_PORT", "" + mail.port());
    settings.put("PORTE_OUVERTE_OUTBOX_LEASE", "20S");
    settings.put("PORTE_OUVERTE_JOBS_HEARTBEAT", "1S");
    settings.put("PORTE_OUVERTE_OUTBOX_EVERY", "1S");
    settings.putAll(Follower.settings());
    settings.put("QUARKUS_OIDC_TENANT_ENABLED", "true");
    settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", "");
    settings.put("QUARKUS_OIDC_PUBLIC_KEY", Bearer.publicKey());
    settings.put("QUARKUS_OIDC_TOKEN_ISSUER", Bearer.ISSUER);
    settings.put("PORTE_OUVERTE_OIDC_AUTHORITY", Bearer.ISSUER);
    return Product.start(ground, name, settings);
  }

  @Override
  public void close() throws IOException {
    product.kill(); // if something failed
    visitors.close();
    mail.close();
    follower.close();
    ground.close();
  }
}
