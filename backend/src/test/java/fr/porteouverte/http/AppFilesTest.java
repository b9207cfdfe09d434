package fr.porteouverte.http;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import fr.porteouverte.support.AsRun;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AsRun.class)
class AppFilesTest {

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

  @ParameterizedTest
  @ValueSource(strings = {"/cadre", "/cadre/creneau", "/cadre/maisons/1", "/cadre.html"})
  void only_what_is_made_for_it_may_be_framed_by_others(String path) {
    given()
        .get(path)
        .then()
        .statusCode(200)
        .header("X-Frame-Options", nullValue())
        .header("Content-Security-Policy", containsString("frame-ancestors http: https:"))
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body(containsString("<title>Rendez-vous"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/cadres", "/creneau", "/equipe", "/cadre/../equipe", "/api/v1/me"})
  void everything_else_refuses_to_be_framed(String path) {
    given().get(path).then().header("X-Frame-Options", "DENY");
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
  @ValueSource(strings = {"/api/v1/nothing-here", "/api/v2", "/q/nothing"})
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
