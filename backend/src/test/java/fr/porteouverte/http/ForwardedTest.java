package fr.porteouverte.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.support.ApiTest;
import fr.porteouverte.support.CutOff;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Behind the proxy of docker-compose.yml, here 127.5.0.1. It says whom it saw; others may say so.
 */
@Tag("once") // The door does not know which database is behind it.
@TestProfile(CutOff.class)
@QuarkusTest
class ForwardedTest extends ApiTest {
  /** Whether somebody who varies these headers is stopped all the same. */
  private boolean isBounded(String from, IntFunction<Map<String, String>> headers) {
    for (int i = 0; i < 60; i++) {
      if (apiFrom(from).headers(headers.apply(i)).delete("/holds/" + UUID.randomUUID()).statusCode()
          == 429) {
        return true;
      }
    }
    return false;
  }

  @Test
  void whom_the_proxy_saw_counts_each_for_themself() {
    assertThat(isBounded("127.5.0.1", i -> Map.of("X-Forwarded-For", "203.0.113." + i))).isFalse();
    assertThat(isBounded("127.5.0.1", i -> Map.of("X-Forwarded-For", "198.51.100.1"))).isTrue();
    assertThat(isBounded("127.5.0.1", i -> Map.of("X-Forwarded-For", "2001:db8:0:" + i + "::1")))
        .isFalse();
  }

  @Test
  void what_the_caller_put_before_it_counts_nothing() {
    assertThat(
            isBounded(
                "127.5.0.1", i -> Map.of("X-Forwarded-For", "10.9.8." + i + ", 198.51.100.2")))
        .isTrue();
    assertThat(
            isBounded(
                "127.5.0.1",
                i -> Map.of("X-Forwarded-For", "junk" + i + ",,\t, 198.51.100.3:" + (4000 + i))))
        .isTrue();
    assertThat(
            isBounded(
                "127.5.0.1",
                i ->
                    Map.of(
                        "X-Forwarded-For", "[2001:db8:5:5::" + Integer.toHexString(i) + "]:" + i)))
        .as("one subscriber")
        .isTrue();
    assertThat(
            isBounded(
                "127.5.0.1",
                i ->
                    Map.of(
                        "X-Forwarded-For", "198.51.100.4",
                        "X-Real-IP", "10.0.0." + i,
                        "Forwarded", "for=10.0.1." + i,
                        "X-Client-IP", "10.0.2." + i,
                        "X-Original-Forwarded-For", "10.0.3." + i)))
        .isTrue();
    assertThat(isBounded("127.5.0.1", i -> Map.of("X-Forwarded-For", "nobody-" + i)))
        .as("junk is the proxy's own")
        .isTrue();
  }

  @Test
  void who_is_no_proxy_is_not_believed() {
    for (String header :
        new String[] {
          "X-Forwarded-For", "X-Real-IP", "Forwarded", "X-Client-IP", "True-Client-IP"
        }) {
      int number = header.hashCode() & 0xff;
      assertThat(
              isBounded(
                  "127.6." + number + ".2",
                  i ->
                      Map.of(
                          header, header.equals("Forwarded") ? "for=10.1.1." + i : "10.1.1." + i)))
          .as(header)
          .isTrue();
    }
    assertThat(isBounded("127.7.0.1", i -> Map.of("X-Forwarded-For", "::" + i + ", 10.2.3." + i)))
        .isTrue();
  }
}
