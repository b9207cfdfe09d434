package fr.porteouverte.operating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.porteouverte.booking.BookingSuite;
import fr.porteouverte.outbound.OutboundClient;
import fr.porteouverte.support.Collector;
import fr.porteouverte.support.LogLines;
import fr.porteouverte.support.Ports;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Traces as a collector gets them: where the time went, and nothing of whom it was about. */
@QuarkusTest
@TestProfile(TracesTest.Traced.class)
class TracesTest extends BookingSuite {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  public static class Traced implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "porte-ouverte.traces.endpoint", "http://127.0.0.1:" + Ports.free(),
          "porte-ouverte.traces.authorization", "Bearer of-the-collector",
          "porte-ouverte.outbound.plain-hosts", "localhost",
          "quarkus.otel.bsp.schedule.delay", "50ms");
    }
  }

  @ConfigProperty(name = "porte-ouverte.traces.endpoint")
  URI endpoint;

  @Inject OutboundClient others;
  @Inject Tracer tracer;
  @Inject DataSource database;

  private Collector collector;

  @BeforeEach
  void listen() throws Exception {
    collector = new Collector(endpoint.getPort());
  }

  @AfterEach
  void end() {
    collector.close();
  }

  private Span named(String name) {
    return await()
        .until(
            () -> collector.spans().stream().filter(one -> one.getName().equals(name)).toList(),
            found -> !found.isEmpty())
        .get(0);
  }

  private static String attribute(Span span, String name) {
    return span.getAttributesList().stream()
        .filter(one -> one.getKey().equals(name))
        .map(KeyValue::getValue)
        .map(value -> value.hasStringValue() ? value.getStringValue() : "" + value.getIntValue())
        .findFirst()
        .orElse("");
  }

  private Response bookedByMail() {
    return api()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "slotId",
                slots.get(0),
                "procedureId",
                "" + rsa.id(),
                "visitor",
                Map.of(
                    "firstName", "Jeanne", "lastName", "Lefèvre", "email", "jeanne@example.org")))
        .post("/bookings");
  }

  @Test
  void a_request_is_told_with_its_template_its_statements_and_the_service() {
    bookedByMail().then().statusCode(201);
    Span request = named("POST /bookings");
    assertThat(attribute(request, "http.response.status_code")).isEqualTo("201");
    assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
    List<Span> within =
        await()
            .until(
                () ->
                    collector.spans().stream()
                        .filter(one -> one.getTraceId().equals(request.getTraceId()))
                        .filter(one -> one.getKind() == Span.SpanKind.SPAN_KIND_CLIENT)
                        .toList(),
                found -> found.size() > 5);
    assertThat(within)
        .anySatisfy(
            one ->
                assertThat(attribute(one, "db.statement") + attribute(one, "db.query.text"))
                    .containsIgnoringCase("insert into booking"));
    assertThat(collector.services().get(0).getResource().getAttributesList())
        .anySatisfy(
            one -> {
              assertThat(one.getKey()).isEqualTo("service.name");
              assertThat(one.getValue().getStringValue()).isEqualTo("porte-ouverte");
            });
    assertThat(collector.asked().get(0)).contains("Bearer of-the-collector");
  }

  @Test
  void nobody_is_named_and_nothing_that_opens_anything_is_told() {
    Response made = bookedByMail();
    String reference = made.path("reference");
    String secret = made.path("secret");
    api().header("Booking-Secret", secret).get("/bookings/" + reference).then().statusCode(200);
    api().header("Booking-Secret", "wrong").get("/bookings/" + reference).then().statusCode(404);
    api().get("/sites?near=49.123,0.321").then().statusCode(200);
    api().get("/sites?place=Aigremont").then();
    api().get("/bookings/" + reference + "/no-such-thing").then();
    RestAssured.given().get("/numero/" + reference).then();
    others.post(
        "http://localhost:" + endpoint.getPort() + "/hook/of-the-other?key=a-secret",
        Map.of("Content-Type", "text/plain"),
        new byte[] {1});
    named("GET /bookings/{reference}");
    Span call = named("POST");
    assertThat(attribute(call, "server.address")).isEqualTo("localhost");
    assertThat(attribute(call, "http.response.status_code")).isEqualTo("200");
    assertThat(collector.asked())
        .filteredOn(one -> one.contains("/hook/"))
        .singleElement()
        .asString()
        .doesNotContainIgnoringCase("traceparent");
    // Batches go in order: what came before this one is there.
    api().get("/problems").then().statusCode(200);
    named("GET /problems");
    assertThat(collector.everything())
        .doesNotContain(
            reference,
            secret,
            "Jeanne",
            "Lef",
            "jeanne@",
            "49.123",
            "0.321",
            "Aigremont",
            "of-the-other",
            "a-secret",
            "127.0.",
            "Apache-HttpClient");
  }

  /** A database's own words quote what was written: {@code Key (code)=(odette) already exists}. */
  @Test
  void a_failure_is_told_by_its_class_and_not_in_its_words() throws Exception {
    var request = tracer.spanBuilder("GET").setAttribute("http.request.method", "GET").startSpan();
    try (var here = request.makeCurrent();
        Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into partner (code, name_fr, name_en) values (?, 'Odette', 'Odette')")) {
      insert.setString(1, "odette@example.org");
      insert.executeUpdate();
      assertThatThrownBy(insert::executeUpdate).hasMessageContaining("odette@example.org");
    } finally {
      request.end();
    }
    Span failed =
        await()
            .until(
                () -> collector.spans().stream().filter(one -> one.getEventsCount() > 0).toList(),
                found -> !found.isEmpty())
            .get(0);
    assertThat(failed.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    assertThat(failed.getEvents(0).getAttributesList())
        .singleElement()
        .satisfies(one -> assertThat(one.getValue().getStringValue()).matches("[\\w.]+Exception"));
    assertThat(collector.everything()).doesNotContainIgnoringCase("odette");
  }

  @Test
  void the_caller_s_trace_goes_on_and_the_log_has_its_number() {
    try (LogLines log = new LogLines()) {
      api()
          .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
          .get("/problems")
          .then()
          .statusCode(200);
      Span request = named("GET /problems");
      assertThat(HexFormat.of().formatHex(request.getTraceId().toByteArray())).isEqualTo(TRACE);
      assertThat(HexFormat.of().formatHex(request.getParentSpanId().toByteArray()))
          .isEqualTo("00f067aa0ba902b7");
      assertThat(log.complaints()).isEmpty();
    }
  }

  @Test
  void a_collector_that_is_away_is_said_once_and_holds_nobody_up() throws Exception {
    try (LogLines log = new LogLines()) {
      collector.close();
      bookedByMail().then().statusCode(201);
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () -> assertThat(log.complaints()).anyMatch(one -> one.contains("does not take")));
      for (int batch = 0; batch < 5; batch++) {
        api().get("/problems").then().statusCode(200);
      }
      listen();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                api().get("/problems").then().statusCode(200);
                return !collector.spans().isEmpty();
              });
      assertThat(log.complaints())
          .singleElement()
          .asString()
          .contains("The collector of traces does not take them");
    }
  }

  /** Jobs, streams and measures look into the database all the time. */
  @Test
  void what_no_request_asked_for_has_no_trace() {
    timetable.number("select count(*) from booking");
    api().get("/sites").then().statusCode(200);
    named("GET /sites");
    assertThat(collector.spans())
        .allSatisfy(
            one ->
                assertThat(
                        one.getKind() == Span.SpanKind.SPAN_KIND_SERVER
                            || !one.getParentSpanId().isEmpty())
                    .isTrue());
  }
}
