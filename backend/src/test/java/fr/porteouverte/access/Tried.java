package fr.porteouverte.access;

import io.restassured.RestAssured;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One operation of the contract, asked for what is in the world, with a body as its schema says.
 */
record Tried(String path, String method, Operation operation) {
  static final OpenAPI CONTRACT = new OpenAPIV3Parser().read(Path.of("../openapi.yaml").toString());
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String JSON = "application/json";
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  /** They show what there is in the agent's places, and need none named. */
  private static final Set<String> LISTS =
      Set.of("listSessions", "listAgents", "exportAgents", "previewAgents", "importAgents");

  /** What came back; of a stream only whether it began. */
  record Answer(int status, String body, HttpHeaders headers) {
    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  static List<Tried> all() {
    List<Tried> all = new ArrayList<>();
    CONTRACT
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, one) -> all.add(new Tried(path, method.name(), one))));
    return all;
  }

  String name() {
    return operation.getOperationId();
  }

  /** Names something of one house or partner, in its address or its body. */
  boolean namesPlace() {
    Rights.Where where = Objects.requireNonNull(Rights.table().get(name()), name()).where();
    return (where == Rights.Where.house || where == Rights.Where.houseOrPartner)
        && !LISTS.contains(name());
  }

  /**
   * @param token null: nobody's
   */
  Answer send(RightsWorld world, String token) {
    return send(world, token, null);
  }

  /**
   * @param seen the ETag that the reader has; null: none
   */
  Answer send(RightsWorld world, String token, String seen) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + address(world) + query(world)))
            .setHeader("Accept", "*/*");
    if (token != null) {
      request.setHeader("Authorization", "Bearer " + token);
    }
    if (parameters("header").anyMatch(one -> one.getName().equals("If-Match"))) {
      request.setHeader("If-Match", "\"77\"");
    }
    if (seen != null) {
      request.setHeader("If-None-Match", seen);
    }
    String type = type();
    if (type != null) {
      request.setHeader("Content-Type", type);
    }
    return sent(
        request
            .method(
                method,
                JSON.equals(type)
                    ? HttpRequest.BodyPublishers.ofString(world.body(this))
                    : HttpRequest.BodyPublishers.noBody())
            .build());
  }

  /** Asks as a browser does before it sends more than it may for a page of another origin. */
  Answer preflight(RightsWorld world) {
    return sent(
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + address(world) + query(world)))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .setHeader("Origin", "https://www.example.org")
            .setHeader("Access-Control-Request-Method", method)
            .setHeader("Access-Control-Request-Headers", "authorization, if-none-match")
            .build());
  }

  private static Answer sent(HttpRequest request) {
    try {
      HttpResponse<InputStream> answer =
          HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        boolean stream =
            answer.headers().firstValue("Content-Type").orElse("").contains("event-stream");
        return new Answer(
            answer.statusCode(),
            stream ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8),
            answer.headers());
      }
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private String type() {
    return operation.getRequestBody() == null
        ? null
        : operation.getRequestBody().getContent().containsKey(JSON)
            ? JSON
            : operation.getRequestBody().getContent().keySet().iterator().next();
  }

  private String address(RightsWorld world) {
    return PARAMETER
        .matcher(path)
        .replaceAll(found -> world.inAddress(path.substring(0, found.start()), found.group(1)));
  }

  private String query(RightsWorld world) {
    String asked =
        parameters("query")
            .filter(
                one ->
                    Boolean.TRUE.equals(one.getRequired())
                        || one.getName().equals("department")
                        || (one.getName().equals("site") && namesPlace()))
            .map(one -> one.getName() + "=" + world.inQuery(one.getName()))
            .collect(Collectors.joining("&"));
    return asked.isEmpty() ? "" : "?" + asked;
  }

  private Stream<Parameter> parameters(String in) {
    return Stream.ofNullable(operation.getParameters())
        .flatMap(List::stream)
        .filter(one -> one.getIn().equals(in));
  }
}
