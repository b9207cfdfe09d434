package fr.porteouverte.support;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.restassured.OpenApiValidationFilter.OpenApiValidationException;
import fr.porteouverte.access.Role;
import fr.porteouverte.site.Site;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The check of every answer can fail. */
@QuarkusTest
@Tag("once")
class ContractCheckTest extends ApiTest {
  @Test
  void a_status_that_the_contract_does_not_declare_fails() {
    answeredOtherwise(answer -> answer.setStatusCode(418));
  }

  @Test
  void a_body_without_what_the_contract_requires_fails() {
    answeredOtherwise(answer -> answer.setBody("{\"code\": \"caf\"}"));
  }

  @Test
  @TestSecurity(user = "anne", roles = Role.ADMIN)
  void a_201_without_its_place_fails() {
    Site site = fixtures.site("Moyaux");
    Filter liar =
        (request, expected, next) -> {
          Response truth = next.next(request, expected);
          return new ResponseBuilder().clone(truth).setHeaders(new Headers()).build();
        };
    assertThatThrownBy(
            () ->
                api()
                    .filter(liar)
                    .contentType(ContentType.JSON)
                    .body("{\"name\": \"Borne\"}")
                    .post("/sites/{id}/devices", site.id()))
        .isInstanceOf(OpenApiValidationException.class)
        .hasMessageContaining("Location");
  }

  @Test
  void a_refusal_that_its_operation_does_not_declare_fails() {
    Filter liar =
        (request, expected, next) -> {
          Response truth = next.next(request, expected);
          String other = truth.asString().replace("/problems/not-found", "/problems/slot-taken");
          return new ResponseBuilder().clone(truth).setBody(other).build();
        };
    api().get("/partners/999999").then().statusCode(404);
    assertThatThrownBy(() -> api().filter(liar).get("/partners/999999"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("getPartner answered slot-taken");
  }

  private void answeredOtherwise(UnaryOperator<ResponseBuilder> lie) {
    fixtures.partner("caf");
    Filter liar =
        (request, expected, next) -> {
          Response truth = next.next(request, expected);
          return lie.apply(new ResponseBuilder().clone(truth)).build();
        };
    api().get("/partners").then().statusCode(200);
    assertThatThrownBy(() -> api().filter(liar).get("/partners"))
        .isInstanceOf(OpenApiValidationException.class);
  }
}
