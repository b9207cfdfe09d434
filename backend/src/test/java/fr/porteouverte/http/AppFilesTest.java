package fr.porteouverte.http;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AppFilesTest.WithAnApp.class)
class AppFilesTest {

  /** A tiny app in a hidden folder of its own, as ./run has it. */
  public static class WithAnApp implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        Path app = Files.createTempDirectory(".app").toAbsolutePath();
        Files.createDirectory(app.resolve("assets"));
        Files.writeString(app.resolve("index.html"), "<!doctype html><title>Porte ouverte</title>");
        Files.writeString(app.resolve("assets/main-1a2b.js"), "console.log(1);".repeat(400));
        Files.createDirectory(app.resolve(".vite"));
        Files.writeString(app.resolve(".vite/manifest.json"), "not to be seen");
        Files.writeString(app.resolve("../outside.txt"), "not to be seen");
        return Map.of(
            "porte-ouverte.app.directory",
            app.toString(),
            "porte-ouverte.oidc.authority",
            "https://login.example.org/auth/realms/porte-ouverte");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/maisons", "/rendez-vous/ABCD-EFGH", "/index.html"})
  void every_page_of_the_app_is_its_index_asked_for_each_time(String path) {
    given()
        .get(path)
        .then()
        .statusCode(200)
        .contentType(containsString("text/html"))
        .header("Cache-Control", "no-cache")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Security-Policy",
            containsString("connect-src 'self' https://login.example.org;"))
        .body(containsString("Porte ouverte"));
  }

  @Test
  void a_hashed_file_is_kept_for_a_year_and_travels_compressed() {
    given()
        .header("Accept-Encoding", "gzip")
        .config(config().decoderConfig(decoderConfig().noContentDecoders()))
        .get("/assets/main-1a2b.js")
        .then()
        .statusCode(200)
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .header("Content-Encoding", "gzip");
  }

  @Test
  void a_file_that_is_gone_is_not_kept_and_is_not_a_page() {
    given()
        .get("/assets/gone-9f9f.js")
        .then()
        .statusCode(404)
        .header("Cache-Control", not(containsString("immutable")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/nothing-here", "/api", "/q/nothing"})
  void the_servers_own_addresses_are_never_pages(String path) {
    given().get(path).then().statusCode(404).body(not(containsString("<title>Porte ouverte")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.vite/manifest.json",
        "/../outside.txt",
        "/%2e%2e/outside.txt",
        "/assets/..%2f..%2foutside.txt"
      })
  void nothing_hidden_or_outside_the_folder_is_served(String path) {
    given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(not(equalTo(200)))
        .body(not(containsString("not to be seen")));
  }

  @Test
  void a_page_is_only_read() {
    given().post("/maisons").then().statusCode(not(equalTo(200)));
  }
}
