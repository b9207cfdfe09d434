package fr.porteouverte.contract;

import static fr.porteouverte.contract.RetiredInTests.GOING;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.support.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetirementsTest extends ApiTest {
  @Test
  void an_operation_that_goes_says_since_when_until_when_and_where_one_reads_more() {
    given()
        .get("/api/v1/themes")
        .then()
        .statusCode(200)
        // 2026-12-01 and 2027-06-01, midnight in UTC
        .header("Deprecation", "@1796083200")
        .header("Sunset", "Tue, 01 Jun 2027 00:00:00 GMT")
        .header("Link", "</api/guides/versions>; rel=\"deprecation\"; type=\"text/html\"")
        .header("Access-Control-Expose-Headers", containsString("Deprecation, Sunset, Link"));
  }

  @Test
  void a_refusal_of_it_says_so_too_and_no_other_operation_does() {
    given()
        .get("/api/v1/themes?unknown=1")
        .then()
        .statusCode(400)
        .header("Sunset", "Tue, 01 Jun 2027 00:00:00 GMT");
    given()
        .get("/api/v1/procedures")
        .then()
        .statusCode(200)
        .header("Deprecation", nullValue())
        .header("Sunset", nullValue());
  }

  @Test
  void the_contract_marks_it_and_says_what_to_use_instead() {
    Operation themes =
        OASFactory.createOperation()
            .operationId("listThemes")
            .description("All themes")
            .responses(
                OASFactory.createAPIResponses()
                    .addAPIResponse("200", OASFactory.createAPIResponse()));
    new RetirementsInContract(List.of(GOING)).filterOperation(themes);
    assertThat(themes.getDeprecated()).isTrue();
    assertThat(themes.getDescription())
        .isEqualTo("All themes\n\nGoes on 2027-06-01 at the earliest; use `listProcedures`.");
    assertThat(themes.getResponses().getAPIResponse("200").getHeaders())
        .containsOnlyKeys("Deprecation", "Sunset");
  }

  @Test
  void nothing_goes_before_the_six_months_that_are_promised() {
    assertThatThrownBy(
            () ->
                new Retirement(
                    "any", LocalDate.of(2026, 12, 1), LocalDate.of(2027, 5, 31), "other"))
        .hasMessageContaining("six months");
  }
}
