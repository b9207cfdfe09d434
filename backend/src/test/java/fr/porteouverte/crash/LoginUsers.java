package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Makes users in the realm, as the API does for agents; they have a password at once. */
final class LoginUsers {
  private static final String REALM = "/auth/admin/realms/porte-ouverte";

  private final HttpClient http = HttpClient.newHttpClient();
  private final LoginNode node;
  private final String token;

  LoginUsers(LoginNode node) throws IOException, InterruptedException {
    this.node = node;
    HttpRequest request =
        HttpRequest.newBuilder(node.at("/auth/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "grant_type=password&client_id=admin-cli&username="
                        + LoginNode.ADMIN
                        + "&password="
                        + LoginNode.ADMINS_PASSWORD))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    token = JsonPath.from(answer.body()).getString("access_token");
  }

  void make(String username, String password, String role)
      throws IOException, InterruptedException {
    HttpResponse<String> made =
        ask(
            "POST",
            "/users",
            """
            {"username": "%1$s", "email": "%1$s@example.org", "emailVerified": true, "firstName": "Sophie",
             "lastName": "Renault", "enabled": true,
             "credentials": [{"type": "password", "value": "%2$s", "temporary": false}]}
            """
                .formatted(username, password));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String id = made.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");
    String known = ask("GET", "/roles/" + role, "").body();
    HttpResponse<String> given =
        ask("POST", "/users/" + id + "/role-mappings/realm", "[" + known + "]");
    assertThat(given.statusCode()).as(given.body()).isEqualTo(204);
  }

  private HttpResponse<String> ask(String method, String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(node.at(REALM + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
