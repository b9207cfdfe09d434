package fr.porteouverte;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code openapi.yaml} is what the code says. Renew it with {@code -Dcontract.renew=true}. */
@QuarkusTest
class ContractTest {
  private static final Path FILE = Path.of("../openapi.yaml");

  @Test
  void the_contract_at_the_root_equals_the_code() throws IOException {
    String fromCode =
        given()
            .accept("application/yaml")
            .get("/api/v1/openapi")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    if (Boolean.getBoolean("contract.renew")) {
      Files.writeString(FILE, fromCode);
    }
    assertThat(fromCode)
        .as(
            "openapi.yaml differs from the code: run `mvn test -Dtest=ContractTest -Dcontract.renew=true`")
        .isEqualTo(Files.readString(FILE));
  }
}
