package fr.porteouverte.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.CutOff;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rush that the database's connections do not suffice for. */
@QuarkusTest
@Tag("once")
@TestProfile(CutOff.class)
class NoConnectionTest extends ApiTest {

  @Inject DataSource database;

  @Test
  void who_gets_no_connection_hears_that_the_service_is_busy() throws SQLException {
    List<Connection> all = everyConnection();
    try {
      api()
          .get("/partners")
          .then()
          .statusCode(503)
          .header("Retry-After", notNullValue())
          .body("type", equalTo("/problems/busy"));
    } finally {
      for (Connection one : all) {
        one.close();
      }
    }
    api().get("/partners").then().statusCode(200);
  }

  private List<Connection> everyConnection() {
    List<Connection> taken = new ArrayList<>();
    try {
      while (true) {
        taken.add(database.getConnection());
      }
    } catch (SQLException noneLeft) {
      return taken;
    }
  }
}
