package fr.porteouverte.operating;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceSwitchTest {
  private static SmallRyeConfig with(Map<String, String> said) {
    return new SmallRyeConfigBuilder()
        .withDefaultValues(said)
        .withSources(new TraceSwitch())
        .build();
  }

  private static void assertOff(SmallRyeConfig config) {
    assertThat(config.getRawValue("quarkus.otel.sdk.disabled")).isEqualTo("true");
    assertThat(config.getRawValue("quarkus.datasource.jdbc.telemetry.enabled")).isEqualTo("false");
  }

  @Test
  void without_a_collector_all_is_off() {
    assertOff(with(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void an_empty_address_is_no_collector(String nothing) {
    assertOff(with(Map.of("porte-ouverte.traces.endpoint", nothing)));
  }

  @Test
  void a_collector_switches_all_on() {
    SmallRyeConfig config = with(Map.of("porte-ouverte.traces.endpoint", "http://collector:4318"));
    assertThat(config.getRawValue("quarkus.otel.sdk.disabled")).isEqualTo("false");
    assertThat(config.getRawValue("quarkus.datasource.jdbc.telemetry.enabled")).isEqualTo("true");
  }
}
