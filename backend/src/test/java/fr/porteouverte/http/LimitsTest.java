package fr.porteouverte.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.database.Idempotency;
import fr.porteouverte.support.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The limits against abuse, with their defaults. */
@Tag("once") // The door does not know which database is behind it.
@QuarkusTest
class LimitsTest extends ApiTest {
  /**
   * All of them are the address of holds; the bytes look like imports', or like nothing of ours.
   */
  private static final List<String> SPELLINGS =
      List.of(
          "/api/v1/imports/../holds",
          "/api/v1/imports/%2e%2e/holds",
          "//api/v1/holds",
          "/./api/v1/holds",
          "/%61pi/v1/holds",
          "http://h/api/v1/holds");

  @io.quarkus.test.common.http.TestHTTPResource URI server;

  @Test
  void an_address_writes_three_hundred_times_a_minute_and_its_neighbour_is_not_disturbed() {
    Response last = null;
    int accepted = 0;
    for (int i = 0; i < 1_000; i++) {
      last = write("127.1.0.1");
      if (last.statusCode() == 429) {
        break;
      }
      accepted++;
    }
    assertThat(accepted).isGreaterThanOrEqualTo(300);
    last.then()
        .statusCode(429)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/too-many-requests"));
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
    assertThat(last.header("RateLimit")).matches("\"writes\";r=0;t=\\d+");
    write("127.1.0.2").then().statusCode(204);
    apiFrom("127.1.0.1").get("/partners").then().statusCode(200);
  }

  @Test
  void a_caller_is_told_how_many_more_it_may_send_and_what_caches_keep_says_nothing_of_it() {
    write("127.1.0.6")
        .then()
        .header("RateLimit-Policy", equalTo("\"writes\";q=300;w=60"))
        .header("RateLimit", equalTo("\"writes\";r=299;t=1"));
    apiFrom("127.1.0.6")
        .header("Device-Key", "x")
        .get("/procedures")
        .then()
        .header("Cache-Control", "no-store")
        .header("RateLimit-Policy", equalTo("\"searches\";q=600;w=60"));
    apiFrom("127.1.0.6").get("/procedures").then().header("RateLimit", nullValue());
    apiFrom("127.1.0.6").get("/configuration").then().header("RateLimit", nullValue());
  }

  @Test
  void an_address_that_calls_itself_another_each_time_is_one_address() {
    boolean stopped = false;
    for (int i = 0; i < 1_000 && !stopped; i++) {
      String forged = "203.0." + i / 250 + "." + i % 250;
      stopped =
          apiFrom("127.1.0.9")
                  .header(
                      "X-Forwarded-For", i % 2 == 0 ? forged : "[2001:db8::" + i + "]:1, " + forged)
                  .header("Forwarded", "for=" + forged + ", for=\"[2001:db8::1]\"")
                  .header("X-Real-IP", forged)
                  .header("X-Forwarded-Host", forged)
                  .delete("/holds/" + UUID.randomUUID())
                  .statusCode()
              == 429;
    }
    assertThat(stopped).isTrue();
  }

  @Test
  void an_address_searches_six_hundred_times_a_minute_then_waits_and_its_neighbour_does_not() {
    Response last = null;
    int answered = 0;
    for (int i = 0; i < 2_000; i++) {
      last = apiFrom("127.1.0.4").get(i % 2 == 0 ? "/communes?q=Moy" : "/procedures");
      if (last.statusCode() == 429) {
        break;
      }
      answered++;
    }
    assertThat(answered).isGreaterThanOrEqualTo(600);
    last.then()
        .statusCode(429)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/too-many-requests"));
    assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
    last.then()
        .header("Cache-Control", "no-store")
        .header("Access-Control-Allow-Origin", "*")
        .header("RateLimit", notNullValue());
    apiFrom("127.1.0.5").get("/procedures").then().statusCode(200);
    apiFrom("127.1.0.4").get("/configuration").then().statusCode(200);
  }

  @Test
  void headers_of_more_than_sixteen_kilobytes_are_refused() {
    int status =
        RestAssured.given()
            .header("X-Large", "x".repeat(20_000))
            .get("/api/v1/partners")
            .statusCode();
    assertThat(status).isEqualTo(431);
  }

  @Test
  void a_body_without_a_length_is_refused() throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.resolve("/api/v1/holds"))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream("{}".getBytes(UTF_8))))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(411);
    assertThat(answer.body()).contains("/problems/length-required");
  }

  @Test
  void five_hundred_half_bodies_keep_nobody_from_writing_and_are_told_so() throws Exception {
    List<Socket> half = new ArrayList<>();
    try {
      for (int i = 0; i < 500; i++) {
        half.add(halfBody("127.2." + i / 50 + ".1"));
      }
      for (int i = 0; i < 100; i++) {
        write("127.1.0.3").then().statusCode(204);
        apiFrom("127.1.0.3").get("/partners").then().statusCode(200);
      }
      for (Socket socket : half) {
        assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
            .startsWith("HTTP/1.1 408")
            .contains("/problems/request-timeout");
      }
    } finally {
      for (Socket socket : half) {
        socket.close();
      }
    }
  }

  @Test
  void a_limit_holds_however_the_address_is_spelled() throws Exception {
    answered("Content-Length: 70000", "", "/problems/body-too-large");
    answered("Transfer-Encoding: chunked", "", "/problems/length-required");
    answered("Content-Length: 100", "{", "/problems/request-timeout");
  }

  private void answered(String length, String body, String problem) throws IOException {
    List<String> lines = SPELLINGS.stream().map(path -> "POST " + path).toList();
    assertThat(answers(lines, length, body)).allMatch(one -> one.contains(problem));
  }

  /** Of requests that are under way at the same time; each to the end of its connection. */
  private List<String> answers(List<String> lines, String length, String body) throws IOException {
    List<Socket> begun = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    try {
      for (String line : lines) {
        begun.add(begun("127.4.0.1", line, length, body));
      }
      for (Socket socket : begun) {
        answers.add(new String(socket.getInputStream().readAllBytes(), UTF_8));
      }
    } finally {
      for (Socket socket : begun) {
        socket.close();
      }
    }
    return answers;
  }

  @Test
  void an_address_has_a_hundred_bodies_under_way_at_most_however_it_spells_them() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      lines.add("POST " + SPELLINGS.get(i % SPELLINGS.size()));
    }
    List<String> answers = answers(lines, "Content-Length: 100", "{");
    assertThat(answers).filteredOn(one -> one.startsWith("HTTP/1.1 408")).hasSize(100);
    assertThat(answers)
        .filteredOn(one -> one.startsWith("HTTP/1.1 429") && one.contains("Retry-After: "))
        .hasSize(1);
  }

  @Test
  void a_half_request_does_not_keep_its_connection_wherever_it_goes() throws Exception {
    List<String> lines =
        List.of(
            "POST /api/v1/imports/sites",
            "POST /api/v1/imports/none",
            "GET /api/v1/imports/1",
            "POST /api/v1/holds",
            "GET /api/v2",
            "GET /api/v1/sites/%00",
            "GET /",
            "GET /q/health");
    assertThat(answers(lines, "Content-Length: 100", "{"))
        .hasSameSizeAs(lines)
        .allMatch(one -> one.startsWith("HTTP/1.1 4"));
  }

  private Socket halfBody(String from) throws IOException {
    return begun(from, "POST /api/v1/holds", "Content-Length: 100", "{");
  }

  private Socket begun(String from, String line, String length, String body) throws IOException {
    var socket = new Socket();
    socket.setSoTimeout(20_000);
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    String request =
        line
            + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + length
            + "\r\n\r\n"
            + body;
    socket.getOutputStream().write(request.getBytes(UTF_8));
    return socket;
  }

  @Test
  void an_unreadable_parameter_is_a_wrong_parameter() {
    api()
        .urlEncodingEnabled(false)
        .get("/procedures?q=a%00b")
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("q"));
  }

  @Test
  void an_unreadable_idempotency_key_is_named() {
    api()
        .contentType(ContentType.JSON)
        .header(Idempotency.HEADER, "x".repeat(256))
        .body("{\"slotId\": \"1\", \"procedureId\": \"1\"}")
        .post("/holds")
        .then()
        .statusCode(400)
        .body("errors.field", hasItems("Idempotency-Key"));
  }

  private Response write(String from) {
    return apiFrom(from).delete("/holds/" + UUID.randomUUID());
  }
}
