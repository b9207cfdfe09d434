package fr.porteouverte.outbox.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.porteouverte.site.Site;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Timetable;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With real SMPP servers that speak TLS: one is trusted by a setting, the other is not. */
@QuarkusTest
@TestProfile(SmppTlsTest.WithProviders.class)
@Timeout(180)
class SmppTlsTest extends MessageSuite {
  /** An application of its own, as every test has one that needs other settings. */
  public static class WithProviders implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(SecureSmsc.class));
    }
  }

  private static final String MOBILE = "06 12 34 56 78";

  @Inject SmppLinks links;

  @BeforeEach
  void connected() {
    Smsc.clear();
    links.open();
    await().atMost(Duration.ofSeconds(30)).until(() -> Smsc.BOUND.containsKey("known"));
  }

  @Test
  void a_provider_whose_certificate_is_trusted_by_the_setting_takes_texts_and_says_what_became()
      throws Exception {
    Site alencon = fixtures.site("Alençon", "61", 48.43, 0.09);
    List<String> there = timetable.add(Timetable.Session.of(alencon, caf, TUESDAY, 8, rsa));
    booked(there.get(0), jeanne("phone", MOBILE));
    dispatcher.run();

    assertThat(Smsc.HEARD).extracting(Smsc.Submitted::account).containsExactly("known");
    assertThat(states("confirmation")).isEqualTo("sms:sent");
    assertThat(Smsc.receipt("known", Smsc.ACCEPTED.get(0), "DELIVRD")).isZero();
    assertThat(states("confirmation")).isEqualTo("sms:delivered");
  }

  @Test
  void a_provider_that_nobody_trusts_hears_neither_the_password_nor_a_text() {
    booked(slots.get(0), jeanne("phone", MOBILE));
    dispatcher.run();

    assertThat(Smsc.HEARD).isEmpty();
    assertThat(Smsc.BOUND).doesNotContainKey("stranger");
    assertThat(links.bound()).isEqualTo(1);
    assertThat(states("confirmation")).isEqualTo("sms:waiting");
    assertThat(timetable.text("select reason from outbox where kind = 'confirmation'"))
        .isEqualTo("gateway-unreachable");
  }
}
