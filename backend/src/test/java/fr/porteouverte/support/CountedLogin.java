package fr.porteouverte.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A login service that says what it was asked, at {@code /asked}. */
public class CountedLogin implements QuarkusTestProfile {
  /** Where it is: the test has another class loader than this profile. */
  public static final String ADDRESS = "tests.counted-login";

  private final List<String> asked = new CopyOnWriteArrayList<>();

  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      String keys = keys();
      server.createContext("/", exchange -> answer(exchange, url, keys));
      server.start();
      return Map.of(
          "quarkus.oidc.tenant-enabled", "true", "quarkus.oidc.auth-server-url", url, ADDRESS, url);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void answer(HttpExchange exchange, String url, String keys) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!path.equals("/asked")) {
      asked.add(path);
    }
    String said =
        switch (path) {
          case "/asked" -> String.join("\n", asked);
          case "/keys" -> keys;
          case "/introspect" -> "{\"active\": false}";
          default ->
              """
              {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token",
               "introspection_endpoint": "%1$s/introspect"}\
              """
                  .formatted(url);
        };
    byte[] body = said.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      RSAPublicKey key = (RSAPublicKey) generator.generateKeyPair().getPublic();
      return """
      {"keys": [{"kty": "RSA", "kid": "one", "alg": "RS256", "use": "sig", "n": "%s", "e": "%s"}]}\
      """
          .formatted(number(key.getModulus()), number(key.getPublicExponent()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
