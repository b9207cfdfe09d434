package fr.porteouverte.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.porteouverte.access.Role;
import fr.porteouverte.support.ApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Rules of HTTP and of JSON that hold for each operation of the contract, the next one too. */
@TestSecurity(
    user = "everybody",
    roles = {Role.ADMIN, Role.MANAGER, Role.CLERK, Role.PARTNER, Role.INTEGRATOR})
@QuarkusTest
class EveryOperationTest extends ApiTest {
  private static final OpenAPI CONTRACT =
      new OpenAPIV3Parser().read(Path.of("../openapi.yaml").toString());
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String JSON_TYPE = "application/json";

  @TestHTTPResource URI server;

  /** An operation, and where it is. */
  private record Asked(String path, HttpMethod method, Operation operation) {
    String name() {
      return operation.getOperationId();
    }

    /** Of each id some number, of each name some word. */
    String address() {
      return path.replaceAll("\\{[^}]+}", "1");
    }

    List<Parameter> queries() {
      return parameters("query");
    }

    List<Parameter> parameters(String in) {
      return Stream.ofNullable(operation.getParameters())
          .flatMap(List::stream)
          .filter(one -> one.getIn().equals(in))
          .toList();
    }

    boolean takesJson() {
      return operation.getRequestBody() != null
          && operation.getRequestBody().getContent().containsKey(JSON_TYPE);
    }

    Schema<?> body() {
      return operation.getRequestBody().getContent().get(JSON_TYPE).getSchema();
    }

    List<String> secrets() {
      return parameters("header").stream()
          .map(Parameter::getName)
          .filter(Set.of("Booking-Secret", "Link-Secret", "Device-Key")::contains)
          .toList();
    }

    /** By a login, or by a secret. */
    boolean isForSomebody() {
      return needsLogin() || !secrets().isEmpty();
    }

    boolean needsLogin() {
      return operation.getExtensions() != null && operation.getExtensions().containsKey("x-roles");
    }

    boolean tellsOfPeople() {
      return operation.getResponses().values().stream()
          .filter(answer -> answer.getContent() != null)
          .flatMap(answer -> answer.getContent().values().stream())
          .anyMatch(kind -> kind.getSchema() != null && namesSomebody(kind.getSchema(), 0));
    }

    private static boolean namesSomebody(Schema<?> told, int depth) {
      Schema<?> schema = resolved(told);
      if (depth > 6) {
        return false;
      }
      if (schema.getItems() != null) {
        return namesSomebody(schema.getItems(), depth + 1);
      }
      return schema.getProperties() != null
          && schema.getProperties().entrySet().stream()
              .anyMatch(
                  member ->
                      Set.of("lastName", "to", "openedByName").contains(member.getKey())
                              && "string".equals(member.getValue().getType())
                              && member.getValue().getFormat() == null
                          || namesSomebody(member.getValue(), depth + 1));
    }

    boolean streams() {
      return operation.getResponses().values().stream()
          .anyMatch(
              answer ->
                  answer.getContent() != null
                      && answer.getContent().containsKey("text/event-stream"));
    }

    boolean sendsJsonOnly() {
      return operation.getResponses().entrySet().stream()
          .filter(answer -> answer.getKey().startsWith("2"))
          .map(Map.Entry::getValue)
          .allMatch(
              answer ->
                  answer.getContent() == null
                      || answer.getContent().keySet().equals(Set.of(JSON_TYPE)));
    }
  }

  /**
   * By an operation of another address, as {@code /imports/{id}} is one of {@code /imports/sites}.
   */
  private static boolean answered(String method, String path) {
    return operations().stream()
        .filter(asked -> asked.method().name().equals(method))
        .anyMatch(asked -> path.matches(asked.path().replaceAll("\\{[^}]+}", "[^/]+")));
  }

  private static List<Asked> operations() {
    List<Asked> all = new ArrayList<>();
    CONTRACT
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> all.add(new Asked(path, method, operation))));
    return all;
  }

  @Test
  void a_number_or_a_truth_that_is_none_is_a_wrong_field() {
    each(
        operations(),
        (asked, wrong) -> {
          for (Parameter query : asked.queries()) {
            String type = query.getSchema().getType();
            if (type != null && Set.of("integer", "boolean").contains(type)) {
              String name = query.getName();
              for (String value : List.of("abc", "maybe", "1e3", "0x1", "99999999999")) {
                named(wrong, send(asked, "?" + name + "=" + value), asked, name, value);
              }
            }
          }
        });
  }

  @Test
  void an_id_in_a_query_that_cannot_be_one_is_a_wrong_field() {
    each(
        operations(),
        (asked, wrong) -> {
          for (Parameter query : asked.queries()) {
            String name = query.getName();
            if (Set.of("site", "procedure", "partner").contains(name)) {
              for (String value : List.of("abc", "0", "-1", "01", "9223372036854775808")) {
                named(wrong, send(asked, "?" + name + "=" + value), asked, name, value);
              }
            }
          }
        });
  }

  @Test
  void a_parameter_that_is_given_twice_is_a_wrong_field() {
    each(
        operations(),
        (asked, wrong) -> {
          for (Parameter query : asked.queries()) {
            String name = query.getName();
            if ("array".equals(query.getSchema().getType())) {
              continue;
            }
            named(
                wrong, send(asked, "?" + name + "=1&" + name + "=2"), asked, name, "twice " + name);
          }
        });
  }

  @Test
  void a_parameter_that_nobody_can_read_is_a_wrong_field() {
    each(
        operations(),
        (asked, wrong) -> {
          for (Parameter query : asked.queries()) {
            for (String odd : List.of("\0", "a\u001b", "\u202e", "\u2028", "\u061c")) {
              String value = URLEncoder.encode(odd, UTF_8);
              named(
                  wrong,
                  send(asked, "?" + query.getName() + "=" + value),
                  asked,
                  query.getName(),
                  value);
            }
          }
        });
  }

  @Test
  void an_address_with_what_no_name_has_is_not_found() {
    each(
        operations(),
        (asked, wrong) -> {
          if (asked.path().contains("{")) {
            for (String odd : List.of("%00", "a%0d%0ab", "%1b", "%ff", ";a=b", "1;b")) {
              String address = asked.path().replaceAll("\\{[^}]+}", odd);
              HttpResponse<String> answer = send(request(asked, address));
              problem(wrong, answer, asked, odd, 404);
            }
          }
        });
  }

  @Test
  void what_is_not_one_json_object_as_the_contract_has_it_is_refused() {
    each(
        operations(),
        (asked, wrong) -> {
          if (asked.takesJson()) {
            for (String body :
                List.of("{}x", "{} {}", "[]", "\"x\"", "1", "null x", "{\"a\":", "{\"odd\":1}")) {
              problem(wrong, post(asked, body), asked, body, 400);
            }
          }
        });
  }

  @Test
  void a_member_that_stands_twice_is_refused() {
    each(
        fields(),
        (field, wrong) -> {
          String member = "\"" + field.name() + "\":null";
          String body = field.within("{" + member + "," + member + "}");
          problem(wrong, post(field.asked(), body), field.asked(), field.path() + " twice", 400);
        });
  }

  @Test
  void a_value_of_another_kind_is_a_wrong_field() {
    each(
        fields(),
        (field, wrong) -> {
          for (String value : field.ofAnotherKind()) {
            String body = field.within("{\"" + field.name() + "\":" + value + "}");
            named(wrong, post(field.asked(), body), field.asked(), field.path(), value);
          }
        });
  }

  @Test
  void a_text_with_characters_that_nobody_types_is_a_wrong_field() {
    each(
        fields(),
        (field, wrong) -> {
          if (field.isText()) {
            for (String odd :
                List.of(
                    "a\\u0000b",
                    "\\u001b[31m",
                    "\\u202egpj",
                    "\\ud800",
                    "\\u2066x",
                    "a\\u061cb",
                    "a\\u206ab",
                    "a\\ufff9b",
                    "a\\ufffbb",
                    "\\u007f",
                    "a\\ue000b",
                    "a\\udbff\\udfffb",
                    "\\udb80\\udc00")) {
              String body = field.within("{\"" + field.name() + "\":\"" + odd + "\"}");
              named(wrong, post(field.asked(), body), field.asked(), field.path(), odd);
            }
          }
        });
  }

  @Test
  void a_date_of_no_year_that_a_house_knows_is_a_wrong_field() {
    each(
        fields(),
        (field, wrong) -> {
          if (field.isMoment()) {
            for (String odd :
                List.of(
                    "+999999999-12-31",
                    "-999999999-01-01T00:00:00",
                    "+999999999-12-31T23:59:59-18:00",
                    "0000-01-01",
                    "0000-01-01T00:00:00Z",
                    "2026-13-01",
                    "9999-12-31T23:59:59-18:00")) {
              String body = field.within("{\"" + field.name() + "\":\"" + odd + "\"}");
              HttpResponse<String> answer = post(field.asked(), body);
              wrong
                  .assertThat(answer.statusCode())
                  .as(field.asked().name() + " " + field.path() + " " + odd)
                  .isIn(400, 404);
            }
          }
        });
  }

  @Test
  void an_answer_that_is_not_accepted_is_not_given() {
    each(
        operations(),
        (asked, wrong) -> {
          if (asked.sendsJsonOnly()) {
            HttpRequest.Builder request = request(asked, asked.address());
            problem(wrong, send(request.setHeader("Accept", "text/html")), asked, "text/html", 406);
          }
        });
  }

  @Test
  void an_empty_accept_is_none_and_an_unreadable_one_is_not_acceptable() {
    for (String accept : List.of("", " ", "*/*;q=0.1", "application/json, text/html")) {
      assertThat(raw("GET /api/v1/partners HTTP/1.1", "Accept: " + accept + "\r\n"))
          .as(accept)
          .startsWith("HTTP/1.1 200");
    }
    for (String accept : List.of("x", ";", "a/b/c", "application/json, x")) {
      assertThat(raw("GET /api/v1/partners HTTP/1.1", "Accept: " + accept + "\r\n"))
          .as(accept)
          .startsWith("HTTP/1.1 406")
          .contains("application/problem+json");
    }
  }

  @Test
  void a_body_of_another_type_is_refused() {
    each(
        operations(),
        (asked, wrong) -> {
          if (asked.takesJson()) {
            for (String type :
                List.of(
                    "text/plain",
                    "application/xml",
                    "nonsense",
                    "a/b/c",
                    ";",
                    "*/*",
                    "application/*")) {
              HttpRequest.Builder request =
                  address(asked.address()).setHeader("Content-Type", type);
              request.method(asked.method().name(), HttpRequest.BodyPublishers.ofString("{}"));
              problem(wrong, send(request), asked, type, 415);
            }
          }
        });
  }

  @Test
  void a_method_that_an_address_does_not_know_is_told_which_ones_it_does() {
    each(
        CONTRACT.getPaths().entrySet(),
        (item, wrong) -> {
          Set<String> known = new HashSet<>();
          item.getValue().readOperationsMap().keySet().forEach(one -> known.add(one.name()));
          for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            String path = item.getKey().replaceAll("\\{[^}]+}", "1");
            if (!known.contains(method) && !answered(method, path)) {
              HttpResponse<String> answer =
                  send(address(path).method(method, HttpRequest.BodyPublishers.noBody()));
              wrong
                  .assertThat(answer.statusCode())
                  .as(method + " " + path + ": " + answer.body())
                  .isEqualTo(405);
              wrong
                  .assertThat(List.of(answer.headers().firstValue("Allow").orElse("").split(", ")))
                  .as("Allow of " + path)
                  .containsAll(known);
            }
          }
        });
  }

  @Test
  void no_browser_keeps_what_has_a_person_in_it() {
    each(
        operations(),
        (asked, wrong) -> {
          // A public list is read by everybody; one that may name somebody is not.
          if (asked.isForSomebody() || asked.method() != HttpMethod.GET || asked.tellsOfPeople()) {
            HttpRequest.Builder request = request(asked, asked.address());
            asked.secrets().forEach(name -> request.setHeader(name, "x"));
            if (asked.needsLogin()) {
              request.setHeader("Authorization", "Bearer x");
            }
            wrong
                .assertThat(headers(request).firstValue("Cache-Control"))
                .as(asked.name())
                .hasValue("no-store");
          }
        });
  }

  @Test
  void a_header_of_languages_that_cannot_be_read_is_french() {
    for (String languages : List.of("-", ";", ";q=1", "", "*", "fr;q=x", "zz-", "en;q=2")) {
      HttpResponse<String> answer =
          send(address("/api/v1/sites/0").GET().setHeader("Accept-Language", languages));
      assertThat(answer.statusCode()).as(languages).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Language")).as(languages).hasValue("fr");
    }
    for (String languages : List.of("en", "-, en", "de, en;q=0.5, fr;q=0.2", "EN-gb")) {
      HttpResponse<String> answer =
          send(address("/api/v1/sites/0").GET().setHeader("Accept-Language", languages));
      assertThat(answer.headers().firstValue("Content-Language")).as(languages).hasValue("en");
    }
  }

  @Test
  void what_the_server_itself_refuses_is_a_problem_with_the_number_of_the_request() {
    for (var refused :
        Map.of(
                "/api",
                404,
                "/api/v2",
                404,
                "/api/v2/sites",
                404,
                "/api/v1/nothing",
                404,
                "/api/v1/partners?q=" + "x".repeat(8_000),
                414,
                "/api/v1/sites/%zz",
                404)
            .entrySet()) {
      String answer = raw("GET " + refused.getKey() + " HTTP/1.1", "");
      assertThat(answer).as(refused.getKey()).startsWith("HTTP/1.1 " + refused.getValue());
      assertThat(answer).as(refused.getKey()).contains("application/problem+json");
      assertThat(answer.toLowerCase(java.util.Locale.ROOT)).contains("x-request-id: ");
    }
    assertThat(raw("GET /api/v1/partners HTTP/1.1", "X-Large: " + "x".repeat(20_000) + "\r\n"))
        .startsWith("HTTP/1.1 431")
        .contains("application/problem+json");
    assertThat(raw("GET /api/v1/sites/0 HTTP/1.1", "Accept-Language: \u00e9\r\n"))
        .startsWith("HTTP/1.1 404");
  }

  @Test
  void an_address_is_what_it_leads_to_however_it_is_spelled() {
    for (String path : List.of("/api/v1/events/", "//api/v1/events/", "/api/./v1//events/")) {
      for (String host : List.of("", "http://h")) {
        String spelled = host + path;
        assertThat(raw("GET " + spelled + "%00 HTTP/1.1", ""))
            .as(spelled)
            .startsWith("HTTP/1.1 404")
            .contains("application/problem+json");
        assertThat(raw("GET " + spelled + "1 HTTP/1.1", "Accept: x\r\n"))
            .as(spelled)
            .startsWith("HTTP/1.1 406")
            .contains("application/problem+json");
      }
    }
    assertThat(raw("GET /%61pi/v1/events/%00 HTTP/1.1", "")).startsWith("HTTP/1.1 404");
    assertThat(raw("GET /%61pi/v1/events HTTP/1.1", "Accept: x\r\n")).startsWith("HTTP/1.1 406");
    assertThat(raw("GET /a%00 HTTP/1.1", "")).startsWith("HTTP/1.1 404");
  }

  /**
   * One field of a body, with the way to it: {@code visitor}, {@code email}; {@code []} is a list.
   */
  private record Field(Asked asked, List<String> way, Schema<?> schema) {
    String name() {
      return way.get(way.size() - 1);
    }

    String path() {
      return String.join(".", way).replace("[]", "[0]");
    }

    /** The object with the field, put where it belongs. */
    String within(String object) {
      String body = object;
      for (int i = way.size() - 2; i >= 0; i--) {
        body = way.get(i).equals("[]") ? "[" + body + "]" : "{\"" + way.get(i) + "\":" + body + "}";
      }
      return body;
    }

    boolean isText() {
      return "string".equals(schema.getType()) && schema.getEnum() == null && !isMoment();
    }

    boolean isMoment() {
      return Set.of("date", "date-time").contains(String.valueOf(schema.getFormat()));
    }

    List<String> ofAnotherKind() {
      return switch (String.valueOf(schema.getType())) {
        case "string" -> List.of("1", "true", "{}", "[]", "[\"x\"]", "1.5");
        case "integer" -> List.of("\"1\"", "1.5", "true", "{}", "[]", "99999999999999999999");
        case "number" -> List.of("\"1\"", "true", "{}", "[]");
        case "boolean" -> List.of("\"true\"", "1", "0", "{}", "[]");
        case "array" -> List.of("{}", "1", "\"x\"", "true");
        default -> List.of("1", "\"x\"", "[]", "true");
      };
    }
  }

  private static List<Field> fields() {
    List<Field> all = new ArrayList<>();
    for (Asked asked : operations()) {
      if (asked.takesJson()) {
        walk(asked, List.of(), asked.body(), all);
      }
    }
    return all;
  }

  private static void walk(Asked asked, List<String> way, Schema<?> told, List<Field> all) {
    Schema<?> schema = resolved(told);
    if (way.size() > 5) {
      return;
    }
    if (schema.getProperties() != null) {
      schema
          .getProperties()
          .forEach(
              (name, property) -> {
                List<String> next = Stream.concat(way.stream(), Stream.of(name)).toList();
                all.add(new Field(asked, next, resolved(property)));
                walk(asked, next, property, all);
              });
    } else if (schema.getItems() != null) {
      walk(asked, Stream.concat(way.stream(), Stream.of("[]")).toList(), schema.getItems(), all);
    }
  }

  private static Schema<?> resolved(Schema<?> schema) {
    if (schema.get$ref() != null) {
      String name = schema.get$ref().replaceAll(".*/", "");
      return resolved(CONTRACT.getComponents().getSchemas().get(name));
    }
    return schema.getAllOf() == null ? schema : resolved(schema.getAllOf().get(0));
  }

  private static <T> void each(Collection<T> all, BiConsumer<T, SoftAssertions> check) {
    assertThat(all).hasSizeGreaterThan(40);
    SoftAssertions wrong = new SoftAssertions();
    all.forEach(one -> check.accept(one, wrong));
    wrong.assertAll();
  }

  /** The answer is a 400 that names this field. */
  private static void named(
      SoftAssertions wrong, HttpResponse<String> answer, Asked asked, String field, String what) {
    problem(wrong, answer, asked, field + "=" + what, 400);
    if (answer.statusCode() == 400) {
      List<String> fields = new ArrayList<>();
      read(answer).path("errors").forEach(error -> fields.add(error.path("field").asText()));
      wrong.assertThat(fields).as(asked.name() + " " + what).contains(field);
    }
  }

  private static void problem(
      SoftAssertions wrong, HttpResponse<String> answer, Asked asked, String what, int status) {
    String told = asked.name() + " " + what + ": " + answer.body();
    wrong.assertThat(answer.statusCode()).as(told).isEqualTo(status);
    wrong
        .assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .as(told)
        .startsWith("application/problem+json");
  }

  private static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException unreadable) {
      throw new AssertionError(answer.body(), unreadable);
    }
  }

  private HttpResponse<String> send(Asked asked, String query) {
    return send(request(asked, asked.address() + query));
  }

  private HttpResponse<String> post(Asked asked, String body) {
    return send(
        address(asked.address())
            .setHeader("Content-Type", JSON_TYPE)
            .method(asked.method().name(), HttpRequest.BodyPublishers.ofString(body)));
  }

  /** With a body that is an object where one is taken. */
  private HttpRequest.Builder request(Asked asked, String path) {
    HttpRequest.Builder request = address(path);
    return asked.takesJson()
        ? request
            .setHeader("Content-Type", JSON_TYPE)
            .method(asked.method().name(), HttpRequest.BodyPublishers.ofString("{}"))
        : request.method(asked.method().name(), HttpRequest.BodyPublishers.noBody());
  }

  private HttpRequest.Builder address(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).setHeader("Accept", "*/*");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** Of a stream, too, which has no end. */
  private static java.net.http.HttpHeaders headers(HttpRequest.Builder request) {
    try {
      var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      return answer.headers();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** Byte by byte, as no client library would send it. */
  private String raw(String line, String headers) {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      String request =
          line
              + "\r\nHost: "
              + server.getAuthority()
              + "\r\nConnection: close\r\n"
              + headers
              + "\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }
}
