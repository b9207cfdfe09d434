package fr.porteouverte.support;

import com.atlassian.oai.validator.model.Request;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds the type of every refusal against what {@code openapi.yaml} says its operation can answer.
 */
final class DeclaredRefusals {
  private static final String PROBLEMS = "x-problems";

  private record Declared(
      String method, Pattern path, String operation, Set<String> problems, boolean counted) {}

  private final List<Declared> operations = new ArrayList<>();
  private final Set<String> anywhere;

  DeclaredRefusals() {
    OpenAPI contract = new OpenAPIV3Parser().read(Path.of("../openapi.yaml").toUri().toString());
    this.anywhere = problems(contract.getExtensions());
    contract
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> declare(method.name(), path, operation)));
  }

  private void declare(String method, String path, Operation operation) {
    Pattern pattern = Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]*") + "/?");
    operations.add(
        new Declared(
            method,
            pattern,
            operation.getOperationId(),
            problems(operation.getExtensions()),
            operation.getResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .anyMatch(
                    answer ->
                        answer.getValue().getHeaders() != null
                            && answer.getValue().getHeaders().containsKey("RateLimit"))));
  }

  @SuppressWarnings("unchecked")
  private static Set<String> problems(Map<String, Object> extensions) {
    return extensions == null
        ? Set.of()
        : new HashSet<>((List<String>) extensions.getOrDefault(PROBLEMS, List.of()));
  }

  void check(Request sent, Response answer) {
    // The plainest path fits best: /bookings/calendar is no /bookings/{reference}.
    operations.stream()
        .filter(one -> one.method.equals(sent.getMethod().name()))
        .filter(one -> one.path.matcher(sent.getPath()).matches())
        .min((a, b) -> Integer.compare(wild(a), wild(b)))
        .ifPresent(
            one -> {
              checkRefusal(one, answer);
              checkLimit(one, answer);
            });
  }

  private void checkRefusal(Declared one, Response answer) {
    if (answer.statusCode() < 400
        || !String.valueOf(answer.contentType()).startsWith("application/problem+json")) {
      return;
    }
    String type = JsonPath.from(answer.asString()).getString("type");
    String code = type.substring(type.lastIndexOf('/') + 1);
    if (!one.problems.contains(code) && !anywhere.contains(code)) {
      undeclared(one.operation, code);
    }
  }

  /** How the caller stands is told where the contract says so, and after every write. */
  private static void checkLimit(Declared one, Response answer) {
    boolean told = answer.header("RateLimit") != null && answer.header("RateLimit-Policy") != null;
    if (told && !one.counted) {
      throw new AssertionError(
          one.operation + " told RateLimit, which the contract does not say it does");
    }
    boolean wrote = answer.statusCode() < 300 && !one.method.equals("GET");
    if (wrote && !told) {
      throw new AssertionError(one.operation + " did not tell RateLimit");
    }
  }

  private static int wild(Declared one) {
    return one.path.pattern().split("\\[\\^/]\\*", -1).length;
  }

  private static void undeclared(String operation, String code) {
    throw new AssertionError(
        operation + " answered " + code + ", which contract/Refusals does not say it can");
  }
}
