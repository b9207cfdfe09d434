package fr.porteouverte.support;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.HttpClientConfig;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/**
 * The one harness of the API's tests. A suite is an abstract class over this one, with an empty
 * subclass for each database. Every answer is checked against {@code openapi.yaml}.
 */
public abstract class ApiTest {
  private static final OpenApiValidationFilter CONTRACT =
      new OpenApiValidationFilter(contract(Path.of("../openapi.yaml").toUri().toString()));

  /** Each test calls from an address of its own on the loopback net, as each house would. */
  private static final AtomicInteger ADDRESSES = new AtomicInteger(1);

  private String address;

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
    int next = ADDRESSES.incrementAndGet();
    address = "127.0." + next / 250 + "." + (1 + next % 250);
    clock.reset();
    lay();
  }

  /** What a test finds in the database: nothing. */
  protected void lay() {
    fixtures.wipe();
  }

  /** A request whose answer must be one that the contract declares. */
  protected RequestSpecification api() {
    return apiFrom(address);
  }

  /**
   * @param from the caller's address, in 127.0.0.0/8
   */
  protected RequestSpecification apiFrom(String from) {
    return RestAssured.given()
        .spec(
            new RequestSpecBuilder()
                .setConfig(
                    RestAssured.config()
                        .httpClient(
                            HttpClientConfig.httpClientConfig()
                                .setParam("http.route.local-address", loopback(from))))
                .setBasePath("/api/v1")
                .addFilter(CONTRACT)
                .addHeader("Accept-Language", "fr")
                .build());
  }

  private static InetAddress loopback(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
