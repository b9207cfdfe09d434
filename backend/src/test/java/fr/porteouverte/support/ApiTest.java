package fr.porteouverte.support;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;

/**
 * The one harness of the API's tests. A suite is an abstract class over this one, with an empty
 * subclass for each database. Every answer is checked against {@code openapi.yaml}.
 */
public abstract class ApiTest {
  private static final OpenApiValidationFilter CONTRACT =
      new OpenApiValidationFilter(contract(Path.of("../openapi.yaml").toUri().toString()));

  @Inject protected TestClock clock;
  @Inject protected Fixtures fixtures;

  /** Wrong requests are sent on purpose: only the answers are held against the contract. */
  public static OpenApiInteractionValidator contract(String url) {
    return OpenApiInteractionValidator.createForSpecificationUrl(url)
        .withBasePathOverride("/")
        .withLevelResolver(
            LevelResolver.create()
                .withLevel("validation.request", ValidationReport.Level.IGNORE)
                .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                .build())
        .build();
  }

  @BeforeEach
  void startFromNothing() {
    clock.reset();
    fixtures.wipe();
  }

  /** A request whose answer must be one that the contract declares. */
  protected RequestSpecification api() {
    return RestAssured.given()
        .spec(
            new RequestSpecBuilder()
                .setBasePath("/api/v1")
                .addFilter(CONTRACT)
                .addHeader("Accept-Language", "fr")
                .build());
  }
}
