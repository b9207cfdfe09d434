package fr.porteouverte.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An edit is seen by the next request, whoever made it: here it goes past this process. */
@QuarkusTest
class EditionTest extends BookingSuite {
  @Inject DataSource elsewhere;

  @BeforeEach
  void everythingIsRemembered() {
    assertThat(found()).hasSize(4);
    assertThat(found()).hasSize(4);
    assertThat(foundBySite()).hasSize(4);
    assertThat(foundBySite()).hasSize(4);
  }

  @Test
  void a_longer_visit_begins_at_fewer_slots() {
    edit("update procedure set duration_minutes = 60 where id = " + rsa.id());
    assertThat(foundBySite()).hasSize(3);
    assertThat(found()).hasSize(3);
  }

  @Test
  void what_the_house_adapted_counts_at_once() {
    edit(
        "insert into procedure_adaptation (site_id, procedure_id, duration_minutes,"
            + " beneath_minutes, beneath_documents, version) values ("
            + (moyaux.id() + ", " + rsa.id() + ", 60, 30, '', 0)"));
    assertThat(found()).hasSize(3);
  }

  @Test
  void a_longer_notice_hides_slots() {
    edit("update permanence set notice_minutes = 43200");
    assertThat(found()).isEmpty();
    book(slots.get(0), rsa).then().statusCode(409);
  }

  @Test
  void what_is_no_longer_offered_is_not_found_nor_booked() {
    edit("delete from permanence_procedure where procedure_id = " + rsa.id());
    assertThat(found()).isEmpty();
    book(slots.get(0), rsa).then().statusCode(400);
  }

  @Test
  void a_house_that_is_no_longer_live_is_unknown() {
    edit("update site set live = false where id = " + moyaux.id());
    assertThat(foundBySite()).isNull();
    api().get(search()).then().statusCode(404);
    book(slots.get(0), rsa).then().statusCode(404);
  }

  private String search() {
    return "/slots?site=" + moyaux.id() + "&procedure=" + rsa.id();
  }

  private List<String> found() {
    return api().get(search()).then().statusCode(200).extract().path("items.id");
  }

  private List<String> foundBySite() {
    return api()
        .get("/slots/by-site?site=" + moyaux.id() + "&procedure=" + rsa.id())
        .then()
        .statusCode(200)
        .extract()
        .path("items[0].slots.id");
  }

  private void edit(String sql) {
    try (Connection connection = elsewhere.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
