package fr.porteouverte.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private final Secrets secrets = new Secrets();

  SecretsTest() {
    secrets.key = new ServerKey("only-for-tests-only-for-tests-only-for-tests");
  }

  @Test
  void links_that_people_have_go_on_opening() {
    assertThat(secrets.of("booking", "12:1")).isEqualTo("1bj15TrW9E-4qCZGk9Pm3NLz");
    assertThat(secrets.of("session-link", "6f1e0a3c-7a51-4f0e-9d52-0d9f0d6a3b11"))
        .isEqualTo("6qkYOprzX2ZoTKHpgNmyCudX");
    assertThat(secrets.of("calendar-feed", "7", 24)).isEqualTo("swei1wzpggBdsaQSQEgocLxcMKt85jrR");
  }

  @Test
  void another_purpose_or_version_has_another_secret() {
    assertThat(
            Stream.of(
                secrets.of("booking", "12:1"),
                secrets.of("booking", "12:2"),
                secrets.of("lock", "12:1")))
        .doesNotHaveDuplicates();
  }

  @Test
  void only_the_same_word_opens() {
    assertThat(Secrets.same("abc", "abc")).isTrue();
    assertThat(Secrets.same("abc", "abd")).isFalse();
    assertThat(Secrets.same("abc", "ab")).isFalse();
    assertThat(Secrets.same("abc", null)).isFalse();
  }

  @Test
  void a_random_one_never_comes_again() {
    assertThat(IntStream.range(0, 1_000).mapToObj(any -> Secrets.random(16)))
        .doesNotHaveDuplicates()
        .allMatch(secret -> secret.matches("[A-Za-z0-9_-]{22}"));
  }
}
