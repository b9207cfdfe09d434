package fr.porteouverte.message.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.message.MessageKind;
import fr.porteouverte.support.MessageSuite;
import fr.porteouverte.support.Post;
import fr.porteouverte.support.ReceivedMail;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A house says things its own way; nobody's input becomes a header, a link or a script. */
@TestSecurity(user = "marc", roles = Role.MANAGER)
@QuarkusTest
class MessageTemplateTest extends MessageSuite {

  @BeforeEach
  void marcLeadsMoyaux() {
    fixtures.agent("marc", AgentRole.manager, moyaux);
  }

  private static Map<String, String> words(String subject, String opening, String sms) {
    return Map.of("subject", subject, "opening", opening, "closing", "À bientôt !", "sms", sms);
  }

  private ValidatableResponse save(Map<String, String> words) {
    return save("\"-1\"", words);
  }

  private ValidatableResponse save(String seen, Map<String, String> words) {
    return api()
        .contentType(ContentType.JSON)
        .header("If-Match", seen)
        .body(words)
        .put("/sites/" + moyaux.id() + "/message-templates/confirmation/fr")
        .then();
  }

  private ValidatableResponse preview(Map<String, String> words) {
    return api()
        .contentType(ContentType.JSON)
        .body(words)
        .post("/sites/" + moyaux.id() + "/message-templates/confirmation/fr/preview")
        .then();
  }

  @Test
  void every_kind_has_words_in_both_languages_that_a_house_would_be_allowed_to_save() {
    JsonPath all =
        api()
            .get("/sites/" + moyaux.id() + "/message-templates")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(all.getList("items")).hasSize(2 * MessageKind.values().length);
    assertThat(all.getList("items.own", Boolean.class)).containsOnly(false);
    for (MessageKind kind : MessageKind.values()) {
      assertThat(ProductTemplates.of(kind, "fr").errors()).isEmpty();
      assertThat(ProductTemplates.of(kind, "en").errors()).isEmpty();
    }
  }

  @Test
  void the_products_own_text_messages_cost_one_message_each_with_a_long_address() {
    for (MessageKind kind : MessageKind.values()) {
      for (String language : new String[] {"fr", "en"}) {
        MessageTemplate own = ProductTemplates.of(kind, language);
        api()
            .contentType(ContentType.JSON)
            .body(own)
            .post(
                "/sites/"
                    + moyaux.id()
                    + "/message-templates/"
                    + kind
                    + "/"
                    + language
                    + "/preview")
            .then()
            .statusCode(200)
            .body("unicode", equalTo(false))
            .body("segments", equalTo(1));
      }
    }
  }

  @Test
  void what_was_saved_is_in_the_next_mail_and_can_be_taken_back() {
    save(words("{site} vous attend", "Cher {visitor},\n\nà {time}.", "RDV {date} {time} {link}"))
        .statusCode(200)
        .body("own", equalTo(true));
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));

    ReceivedMail mail = mail();
    assertThat(mail.subject()).isEqualTo("Moyaux vous attend");
    assertThat(mail.text()).startsWith("Cher Jeanne,\n\nà 9\u00a0h.\n").contains("À bientôt !");

    api()
        .header("If-Match", "\"0\"")
        .delete("/sites/" + moyaux.id() + "/message-templates/confirmation/fr")
        .then()
        .statusCode(204);
    Post.clear();
    booked(slots.get(1), jeanne("email", "jeanne@example.org"));
    assertThat(mail().subject()).startsWith("Rendez-vous le");
  }

  @Test
  void two_managers_do_not_overwrite_what_they_have_not_seen() {
    save(words("Premier", "Bonjour", "{link}")).statusCode(200).body("version", equalTo(0));

    save(words("Second", "Bonjour", "{link}")).statusCode(412);
    save("\"0\"", words("Second", "Bonjour", "{link}")).statusCode(200).body("version", equalTo(1));
    api()
        .header("If-Match", "\"0\"")
        .delete("/sites/" + moyaux.id() + "/message-templates/confirmation/fr")
        .then()
        .statusCode(412);
    api()
        .delete("/sites/" + moyaux.id() + "/message-templates/confirmation/fr")
        .then()
        .statusCode(428);
    assertThat(timetable.text("select subject from message_template")).isEqualTo("Second");
  }

  @Test
  void everything_wrong_with_the_words_is_named_with_its_field() {
    save(Map.of(
            "subject", "Objet\r\nBcc: x@example.org {link}",
            "opening", "Bonjour {prénom} {link.secret} {visitor}",
            "closing", "x".repeat(2001),
            "sms", "Sans lien"))
        .statusCode(400)
        .body("errors.field", hasItems("subject", "opening", "closing", "sms"))
        .body("errors.message", hasItem(containsString("{prénom}")));
    save(Map.of("subject", "", "opening", " ", "closing", "", "sms", ""))
        .statusCode(400)
        .body("errors", hasSize(3));
    assertThat(timetable.number("select count(*) from message_template")).isZero();
  }

  @Test
  void a_preview_shows_mail_and_text_message_and_what_it_costs() {
    preview(words("Objet {site}", "<b>Gras</b> & {visitor}", "Été ☀ {link}"))
        .statusCode(200)
        .body("subject", equalTo("Objet Moyaux"))
        .body("html", containsString("&lt;b&gt;Gras&lt;/b&gt; &amp; Jeanne"))
        .body("html", not(containsString("<b>Gras")))
        .body("unicode", equalTo(true))
        .body("segments", equalTo(2));
    assertThat(timetable.number("select count(*) from message_template")).isZero();
  }

  @Test
  void a_hostile_name_is_neither_greeted_nor_run() {
    for (String name :
        new String[] {
          "<script>alert(1)</script>",
          "{link}",
          "Bravo sur http://evil.example",
          "$'{jndi:ldap://x}"
        }) {
      Post.clear();
      JsonPath booking =
          booked(
              slots.get(0),
              Map.of(
                  "firstName",
                  name,
                  "lastName",
                  "{link} <img src=x>",
                  "email",
                  "jeanne@example.org"));

      ReceivedMail mail = mail();

      assertThat(mail.text()).startsWith("Bonjour,\n");
      assertThat(mail.html()).doesNotContain("<script", "evil.example", "<img", "jndi");
      assertThat(mail.text()).doesNotContain("evil.example", "jndi", "<script");
      cancel(booking).then().statusCode(200);
      dispatcher.run();
    }
  }

  @Test
  void a_houses_name_with_line_ends_becomes_no_header() {
    timetable.change(
        "update site set name = 'Moyaux' || chr(13) || chr(10) || 'Bcc: x@example.org'");
    booked(slots.get(0), jeanne("email", "jeanne@example.org"));

    ReceivedMail mail = mail();

    assertThat(mail.header("Bcc")).isNull();
    assertThat(mail.subject()).contains("Moyaux Bcc: x@example.org");
    assertThat(Post.mails()).hasSize(1);
  }

  @Test
  void an_address_with_a_line_end_is_refused_when_booking() {
    for (String address :
        new String[] {"a@b.fr\r\nBcc: c@d.fr", "a@b.fr,c@d.fr", "a@b.fr>\nRCPT TO:<c@d.fr"}) {
      book(slots.get(0), jeanne("email", address)).then().statusCode(400);
    }
    assertThat(mails()).isEmpty();
  }
}
