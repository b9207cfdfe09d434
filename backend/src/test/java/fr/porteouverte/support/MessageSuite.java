package fr.porteouverte.support;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.outbox.Dispatcher;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/**
 * The house of Moyaux, CAF on Tuesday of next week: eight slots of 30 minutes from 9 h. It is
 * Monday 8 h in Paris.
 */
@QuarkusTestResource(Post.class)
public abstract class MessageSuite extends ApiTest {
  /** Tuesday 1 December 2026, 9 h in Paris. */
  public static final Instant TUESDAY =
      TestClock.MONDAY.plus(Duration.ofDays(8)).plus(Duration.ofHours(1));

  public @Inject Timetable timetable;
  public @Inject Dispatcher dispatcher;

  public Site moyaux;
  public Partner caf;
  public Procedure rsa;
  public List<String> slots;

  @BeforeEach
  void theHouseOfMoyaux() {
    Post.clear();
    moyaux = fixtures.site("Moyaux");
    caf = fixtures.partner("caf");
    rsa = fixtures.procedure("rsa", caf, 30);
    slots = timetable.add(Timetable.Session.of(moyaux, caf, TUESDAY, 8, rsa));
  }

  public Map<String, Object> jeanne(Object... more) {
    Map<String, Object> visitor =
        new HashMap<>(Map.of("firstName", "Jeanne", "lastName", "Lefèvre"));
    for (int i = 0; i < more.length; i += 2) {
      visitor.put((String) more[i], more[i + 1]);
    }
    return visitor;
  }

  /** Online, by the visitor. */
  public JsonPath booked(String slotId, Map<String, Object> visitor) {
    Response answer = book(slotId, visitor);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.jsonPath();
  }

  public Response book(String slotId, Map<String, Object> visitor) {
    return api()
        .contentType(ContentType.JSON)
        .body(Map.of("slotId", slotId, "procedureId", "" + rsa.id(), "visitor", visitor))
        .post("/bookings");
  }

  public Response move(JsonPath booking, String slotId) {
    return api()
        .contentType(ContentType.JSON)
        .header("Booking-Secret", booking.getString("secret"))
        .body(Map.of("slotId", slotId))
        .post("/bookings/" + booking.getString("reference") + "/reschedule");
  }

  public Response cancel(JsonPath booking) {
    return api()
        .header("Booking-Secret", booking.getString("secret"))
        .post("/bookings/" + booking.getString("reference") + "/cancellation");
  }

  /** All mails that came, after everything that is due was sent. */
  public List<ReceivedMail> mails() {
    dispatcher.run();
    return Post.mails().stream().map(ReceivedMail::of).toList();
  }

  /** The one mail that came. */
  public ReceivedMail mail() {
    List<ReceivedMail> mails = mails();
    assertThat(mails).hasSize(1);
    return mails.get(0);
  }

  public List<Post.Sms> texts() {
    dispatcher.run();
    return Post.texts();
  }

  public long waiting(String kind) {
    return timetable.number(
        "select count(*) from outbox where state = 'waiting' and kind = '" + kind + "'");
  }

  public String states(String kind) {
    return timetable.text(
        "select coalesce(string_agg(channel || ':' || state, ' ' order by id), '') from outbox where"
            + " kind = '"
            + kind
            + "'");
  }
}
