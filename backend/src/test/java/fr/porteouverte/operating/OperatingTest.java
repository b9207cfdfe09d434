package fr.porteouverte.operating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import fr.porteouverte.queue.QueueSuite;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The figures, and the dashboard and the alert rules that are made for them. */
@QuarkusTest
class OperatingTest extends QueueSuite {
  private static final Path FILES = Path.of("operating");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:porteouverte|agroal|jvm|process|system)_\\w+\\b");

  /** What is written behind a name, as {@code {kind="booked"} 12.0}. */
  private static final Pattern SAMPLE =
      Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{.*\\})? (\\S+)$");

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @TestHTTPResource URI server;
  @Inject Measures measures;

  private String scrape() {
    return RestAssured.given().get(metrics).then().statusCode(200).extract().asString();
  }

  private double value(String series) {
    String scrape = scrape();
    return Stream.of(scrape.split("\n"))
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  @Test
  void every_name_of_the_dashboard_and_of_the_alerts_is_a_figure_that_there_is() throws Exception {
    somethingOfEverything();
    Set<String> said =
        SAMPLE
            .matcher(scrape())
            .results()
            .map(sample -> sample.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> used = new TreeSet<>();
    expressions()
        .forEach(one -> METRIC.matcher(one).results().forEach(name -> used.add(name.group())));
    assertThat(used).hasSizeGreaterThan(20);
    assertThat(said).containsAll(used);
  }

  /** Of what there may be no row before it happens. */
  private void somethingOfEverything() {
    booked(slots.get(0));
    waiting();
    next(counter);
    api().get("/sites/none").then().statusCode(404);
    measures.measure();
  }

  private static Stream<String> expressions() throws IOException {
    JsonNode rules =
        new ObjectMapper(new YAMLFactory()).readTree(FILES.resolve("alerts.yml").toFile());
    JsonNode panels = new ObjectMapper().readTree(FILES.resolve("grafana-dashboard.json").toFile());
    List<JsonNode> found = rules.findValues("expr");
    found.addAll(panels.findValues("expr"));
    return found.stream().map(JsonNode::asText);
  }

  @Test
  void what_is_to_be_done_at_each_alert_is_written_down() throws IOException {
    JsonNode rules =
        new ObjectMapper(new YAMLFactory()).readTree(FILES.resolve("alerts.yml").toFile());
    String page = Files.readString(Path.of("docs/operating.md"));
    List<JsonNode> alerts = rules.findValues("alert");
    assertThat(alerts).hasSizeGreaterThan(10);
    assertThat(alerts).allSatisfy(alert -> assertThat(page).contains("`" + alert.asText() + "`"));
  }

  @Test
  void the_figures_are_at_no_port_that_people_reach() {
    RestAssured.given().get(server.resolve("/q/metrics")).then().statusCode(404);
    assertThat(metrics.getPort()).isNotEqualTo(server.getPort());
    RestAssured.given().get(server.resolve("/q/health/ready")).then().statusCode(200);
  }

  @Test
  void an_appointment_is_counted_once_when_it_is_committed_and_not_when_it_is_refused() {
    String booked = "porteouverte_bookings_total{kind=\"booked\",origin=\"counter\"}";
    String taken = "porteouverte_refusals_total{type=\"not-found\"}";
    double before = value(booked);
    double refused = value(taken);
    booked(slots.get(0));
    api().get("/sites/none").then().statusCode(404);
    assertThat(value(booked)).isEqualTo(before + 1);
    assertThat(value(taken)).isEqualTo(refused + 1);
  }

  @Test
  void who_waits_and_for_how_long_is_read_from_the_database() {
    waiting();
    clock.advance(Duration.ofMinutes(20));
    waiting();
    measures.measure();
    assertThat(value("porteouverte_queue_waiting")).isEqualTo(2);
    assertThat(value("porteouverte_queue_houses")).isEqualTo(1);
    assertThat(value("porteouverte_queue_longest_seconds")).isEqualTo(1200);
    double calls = value("porteouverte_queue_wait_seconds_count");
    double waited = value("porteouverte_queue_wait_seconds_sum");
    next(counter);
    assertThat(value("porteouverte_queue_wait_seconds_count")).isEqualTo(calls + 1);
    assertThat(value("porteouverte_queue_wait_seconds_sum")).isEqualTo(waited + 1200);
  }

  @Test
  void a_message_that_does_not_go_is_late_after_five_minutes() {
    timetable.change(
        "insert into outbox (uid, kind, cause, recipient, channel, state, created_at, due_at,"
            + " give_up_at) values ('11111111-1111-4111-8111-111111111111', 'confirmation', 'a', 'b',"
            + " 'email', 'waiting', '2026-11-23T06:59:00Z', '2026-11-23T06:59:00Z',"
            + " '2026-11-24T07:00:00Z')");
    measures.measure();
    assertThat(value("porteouverte_messages_due{channel=\"email\"}")).isEqualTo(1);
    assertThat(value("porteouverte_messages_late{channel=\"email\"}")).isZero();
    clock.advance(Duration.ofMinutes(5));
    measures.measure();
    assertThat(value("porteouverte_messages_late{channel=\"email\"}")).isEqualTo(1);
    assertThat(value("porteouverte_messages_oldest_seconds{channel=\"email\"}")).isEqualTo(360);
    assertThat(value("porteouverte_messages_due{channel=\"sms\"}")).isZero();
  }

  @Test
  void the_age_of_what_a_process_gives_from_its_memory_is_told() {
    somethingOfEverything();
    assertThat(scrape())
        .contains(
            "porteouverte_snapshot_age_seconds{snapshot=\"pages\"}",
            "porteouverte_snapshot_age_seconds{snapshot=\"places\"}",
            "porteouverte_snapshot_age_seconds{snapshot=\"positions\"}",
            "porteouverte_snapshot_age_seconds{snapshot=\"registers\"}");
    String positions = "porteouverte_snapshot_age_seconds{snapshot=\"positions\"}";
    api().get("/sites?near=49.1,0.3").then().statusCode(200);
    clock.advance(Duration.ofSeconds(20));
    api().get("/sites?near=49.1,0.3").then().statusCode(200);
    assertThat(value(positions)).isEqualTo(20);
  }

  @Test
  void nobody_is_named_and_no_address_is_told() {
    String reference = booked(slots.get(0));
    api().get("/bookings/" + reference).then().statusCode(200);
    RestAssured.given().get(server.resolve("/numero/" + reference));
    assertThat(scrape())
        .contains("operation=\"createBooking\"")
        .doesNotContain(reference, "Lefèvre", "@", "127.0.", "/api/");
  }
}
