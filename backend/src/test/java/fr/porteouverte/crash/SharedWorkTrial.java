package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.porteouverte.support.FussyMailServer;
import fr.porteouverte.support.FussyMailServer.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Two processes of the product on one PostgreSQL. */
class SharedWorkTrial {
  private static final int MESSAGES = 300;

  private final CountDownLatch both = new CountDownLatch(2);
  private final Set<String> helloes = ConcurrentHashMap.newKeySet();

  @Test
  void two_processes_share_what_is_due_and_send_each_message_once() throws Exception {
    Ground ground = Ground.postgres("shared-work");
    FussyMailServer mail = new FussyMailServer(0, this::answer);
    Map<String, String> settings = new HashMap<>();
    settings.put("QUARKUS_MAILER_HOST", "127.0.0.1");
    settings.put("QUARKUS_MAILER_PORT", "" + mail.port());
    settings.put("PORTE_OUVERTE_OUTBOX_EVERY", "1S");
    settings.put("PORTE_OUVERTE_OUTBOX_PER_SECOND", "50");
    fill(ground);
    Product one = Product.start(ground, "one", settings);
    Product two = Product.start(ground, "two", settings);
    try {
      one.ready();
      two.ready();
      await().atMost(Duration.ofMinutes(1)).until(() -> mail.taken().size() >= MESSAGES);
      one.stop();
      two.stop();
    } finally {
      one.kill();
      two.kill();
      mail.close();
    }
    List<Taken> taken = mail.taken();
    Map<String, Long> shares =
        taken.stream().collect(Collectors.groupingBy(Taken::hello, Collectors.counting()));
    System.out.println("SharedWorkTrial: " + shares);
    assertThat(taken).hasSize(MESSAGES);
    assertThat(taken.stream().map(Taken::messageId)).doesNotHaveDuplicates();
    assertThat(shares.keySet()).containsExactlyInAnyOrder("one", "two");
    assertThat(shares.values()).allMatch(share -> share >= 10);
    assertThat(ground.read("select distinct state from outbox")).containsExactly("sent");
    ground.close();
  }

  /** Nobody sends before both are about to. */
  private String answer(String line) {
    if (line.startsWith("EHLO") && helloes.add(line)) {
      both.countDown();
    }
    try {
      if (!both.await(1, TimeUnit.MINUTES)) {
        return null;
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return FussyMailServer.friendly(line);
  }

  /** One booking, and as many confirmations of it as wanted. */
  private static void fill(Ground ground) {
    Instant now = Instant.now();
    ground.change(
        "insert into booking (id, reference, state, site_id, partner_id, procedure_id, permanence_id,"
            + " slot_id, start_at, end_at, first_name, last_name, email, language, contact_by,"
            + " created_at, updated_at) select 1, 'ABCD2345', 'booked', 1, 1, 1, 1, id, start_at, end_at,"
            + " 'Jeanne', 'Lefèvre', 'jeanne@example.org', 'fr', 'email', now(), now() from slot",
        "insert into outbox (uid, kind, cause, recipient, channel, state, site_id, booking_id,"
            + " created_at, due_at, give_up_at) select gen_random_uuid(), 'confirmation',"
            + " 'booking/1/0', 'booking/1/email#' || n, 'email', 'waiting', 1, 1, '"
            + now
            + "', '"
            + now
            + "', '"
            + now.plus(Duration.ofDays(1))
            + "' from generate_series(1, "
            + MESSAGES
            + ") n");
  }
}
