package fr.porteouverte.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.access.Role;
import fr.porteouverte.outbox.smpp.WithProvider;
import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.Bearer;
import fr.porteouverte.support.CountedLogin;
import fr.porteouverte.support.LogLines;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Words in the place of a token. */
@QuarkusTest
@Tag("once")
@TestProfile(WithProvider.class)
class JunkTokenTest extends ApiTest {
  @ConfigProperty(name = CountedLogin.ADDRESS)
  String login;

  @Test
  void the_login_service_hears_of_none_of_them_and_the_log_neither() {
    List<String> junk =
        List.of("abc", "a.b.c", "x".repeat(2_000), Bearer.token("claire", Role.CLERK));
    junk.forEach(this::refused); // the keys are read once, and once more for one that is not known
    int before = asked().size();
    try (LogLines log = new LogLines()) {
      for (int i = 0; i < 25; i++) {
        junk.forEach(this::refused);
      }
      assertThat(log.complaints()).isEmpty();
    }
    assertThat(asked()).hasSize(before).doesNotContain("/introspect");
  }

  private void refused(String token) {
    api().header("Authorization", "Bearer " + token).get("/partners").then().statusCode(401);
  }

  private List<String> asked() {
    return RestAssured.get(login + "/asked").asString().lines().toList();
  }
}
