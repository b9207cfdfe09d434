package fr.porteouverte.support;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.ObjectMapperConfig;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * The one harness of the API's tests. Each class over this one runs twice, on H2 and on PostgreSQL,
 * unless it says {@code @Tag("once")}. Every answer is checked against {@code openapi.yaml}.
 */
@Tag("database")
@QuarkusTestResource(EmbeddedPostgresServer.class)
public abstract class ApiTest {
  private static final Contract CONTRACT = new Contract();

  /** One for all: REST Assured would look through every jar for modules before each body. */
  private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

  /** Each test calls from an address of its own on the loopback net, as each house would. */
  private static final AtomicInteger ADDRESSES = new AtomicInteger(1);

  static {
    QuickPaths.use();
  }

  private String address;

  @Inject protected TestClock clock;
  @Inject protected Fixtures fixtures;

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
  public RequestSpecification api() {
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
                        .objectMapperConfig(
                            ObjectMapperConfig.objectMapperConfig()
                                .jackson2ObjectMapperFactory((type, charset) -> JSON))
                        .httpClient(
                            HttpClientConfig.httpClientConfig()
                                .httpClientFactory(QuickClient::new)
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
