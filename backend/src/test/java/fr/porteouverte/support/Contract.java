package fr.porteouverte.support;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter.OpenApiValidationException;
import com.atlassian.oai.validator.restassured.RestAssuredRequest;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import com.atlassian.oai.validator.schema.ValidationConfiguration;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.nio.file.Path;

/** Holds every answer against {@code openapi.yaml}; wrong requests are sent on purpose. */
final class Contract implements Filter {
  /** More than the contract has; with the library's hundred it reads them over and over. */
  private static final int SCHEMAS = 2000;

  private final OpenApiInteractionValidator validator =
      OpenApiInteractionValidator.createForSpecificationUrl(
              Path.of("../openapi.yaml").toUri().toString())
          .withBasePathOverride("/")
          .withSchemaValidationConfiguration(new ValidationConfiguration().setMaxCacheSize(SCHEMAS))
          .withLevelResolver(
              LevelResolver.create()
                  .withLevel("validation.request", ValidationReport.Level.IGNORE)
                  .withLevel(
                      "validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                  .build())
          .build();

  private final DeclaredRefusals refusals = new DeclaredRefusals();

  @Override
  public Response filter(
      FilterableRequestSpecification sent,
      FilterableResponseSpecification expected,
      FilterContext next) {
    Response answer = next.next(sent, expected);
    Request request = RestAssuredRequest.of(sent);
    ValidationReport report =
        validator.validateResponse(
            request.getPath(), request.getMethod(), RestAssuredResponse.of(answer));
    if (report.hasErrors()) {
      throw new OpenApiValidationException(report);
    }
    refusals.check(request, answer);
    return answer;
  }
}
