package fr.porteouverte.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Of somebody who logs in as the app lets them: it keeps cookies and tokens, and runs no script.
 */
final class Browser {
  private static final String REALM = "/auth/realms/porte-ouverte/protocol/openid-connect";
  private static final String VERIFIER = "only-for-tests-only-for-tests-only-for-tests";
  private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&#]+)");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, String> cookies = new TreeMap<>();
  private final URI front;
  private String accessToken = "";
  private String refreshToken = "";

  Browser(URI front) {
    this.front = front;
  }

  String accessToken() {
    return accessToken;
  }

  /** Which node began this login: it says so behind the cookie's point. */
  String node() {
    return cookies.getOrDefault("AUTH_SESSION_ID", "").replaceAll(".*\\.", "");
  }

  /** What is asked next goes to it, past the web server; null: as people do. */
  private LoginNode through;

  Browser through(LoginNode node) {
    through = node;
    return this;
  }

  /** The page with the form, and where the form goes. */
  URI openLogin() throws IOException, InterruptedException {
    HttpResponse<String> page = get(authorization(""));
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return action(page);
  }

  /** A login that begins again is led to its form. */
  URI formAfter(HttpResponse<String> answer) throws IOException, InterruptedException {
    HttpResponse<String> page = answer;
    for (int step = 0; step < 3 && page.statusCode() == 302; step++) {
      page = get(URI.create(page.headers().firstValue("Location").orElseThrow()));
    }
    return action(page);
  }

  private static URI action(HttpResponse<String> page) {
    Matcher action = ACTION.matcher(page.body());
    assertThat(action.find()).as(page.body()).isTrue();
    return URI.create(action.group(1).replace("&amp;", "&"));
  }

  HttpResponse<String> sendPassword(URI action, String username, String password)
      throws IOException, InterruptedException {
    return post(action, Map.of("username", username, "password", password, "credentialId", ""));
  }

  void logIn(String username, String password) throws IOException, InterruptedException {
    finish(sendPassword(openLogin(), username, password));
  }

  /** Back at the app with a code, which is worth the tokens. */
  void finish(HttpResponse<String> redirected) throws IOException, InterruptedException {
    String location = redirected.headers().firstValue("Location").orElse("");
    Matcher code = CODE.matcher(location);
    assertThat(code.find()).as(redirected.statusCode() + " " + location).isTrue();
    assertThat(
            token(
                Map.of(
                    "grant_type",
                    "authorization_code",
                    "code",
                    code.group(1),
                    "redirect_uri",
                    front + "/equipe/retour",
                    "code_verifier",
                    VERIFIER)))
        .isTrue();
  }

  /** With the cookie alone, as the app does it without a word. */
  void logInSilently() throws IOException, InterruptedException {
    finish(get(authorization("&prompt=none")));
  }

  /** Whether it was had; a refresh token serves once. */
  boolean refresh() throws IOException, InterruptedException {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  private boolean token(Map<String, String> form) throws IOException, InterruptedException {
    Map<String, String> all = new TreeMap<>(form);
    all.put("client_id", "porte-ouverte-app");
    HttpResponse<String> answer = post(URI.create(front + REALM + "/token"), all);
    if (answer.statusCode() != 200) {
      return false;
    }
    JsonPath tokens = JsonPath.from(answer.body());
    accessToken = tokens.getString("access_token");
    refreshToken = tokens.getString("refresh_token");
    return true;
  }

  private URI authorization(String more) {
    return URI.create(
        front
            + REALM
            + "/auth?client_id=porte-ouverte-app&response_type=code&scope=openid&state=x&redirect_uri="
            + encoded(front + "/equipe/retour")
            + "&code_challenge_method=S256&code_challenge="
            + challenge()
            + more);
  }

  private static String challenge() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(there(address)));
  }

  private HttpResponse<String> post(URI address, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(there(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private URI there(URI address) {
    return through == null
        ? address
        : URI.create(address.toString().replace(front.toString(), through.at("").toString()));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    request.timeout(Duration.ofSeconds(40));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(one -> one.getKey() + "=" + one.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    for (String set : answer.headers().allValues("Set-Cookie")) {
      String[] pair = set.split(";", 2)[0].split("=", 2);
      if (set.contains("Max-Age=0")) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    return answer;
  }
}
