package fr.porteouverte.operating;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * One setting switches all that makes traces: without a collector nothing is traced in the server,
 * at the database or in a client, and nothing is sent.
 */
public class TraceSwitch implements ConfigSourceFactory {
  /** Above the product's own file, below what an operator says in the environment. */
  private static final int ORDINAL = 260;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    ConfigValue endpoint = context.getValue("porte-ouverte.traces.endpoint");
    boolean on = endpoint != null && endpoint.getValue() != null && !endpoint.getValue().isBlank();
    return List.of(
        new PropertiesConfigSource(
            Map.of(
                "quarkus.otel.sdk.disabled", Boolean.toString(!on),
                "quarkus.datasource.jdbc.telemetry.enabled", Boolean.toString(on)),
            TraceSwitch.class.getSimpleName(),
            ORDINAL));
  }
}
