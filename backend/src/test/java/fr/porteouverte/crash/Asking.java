package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks one process or the other, and wants to hear yes. */
final class Asking {
  private final HttpClient http = HttpClient.newHttpClient();

  static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  /** Of a list that goes on by {@code next}. */
  List<Map<String, Object>> all(Product product, String path, String token) throws Exception {
    List<Map<String, Object>> all = new ArrayList<>();
    JsonPath page = get(product, path, token);
    all.addAll(page.getList("items"));
    while (page.getBoolean("more")) {
      page = get(product, path + "?after=" + page.getString("next"), token);
      all.addAll(page.getList("items"));
    }
    return all;
  }

  JsonPath get(Product product, String path, String token) throws Exception {
    return answered(product, "GET", path, bearer(token), "", 200);
  }

  JsonPath post(Product product, String path, Map<String, String> headers, String body, int status)
      throws Exception {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Idempotency-Key", UUID.randomUUID().toString());
    all.put("Browser-Id", UUID.randomUUID().toString());
    if (!body.isEmpty()) {
      all.put("Content-Type", "application/json");
    }
    return answered(product, "POST", path, all, body, status);
  }

  private JsonPath answered(
      Product product,
      String method,
      String path,
      Map<String, String> headers,
      String body,
      int status)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(product.api(path))
            .timeout(Duration.ofMinutes(1))
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode())
        .as("%s %s: %s", method, answer.uri(), answer.body())
        .isEqualTo(status);
    return JsonPath.from(answer.body());
  }
}
