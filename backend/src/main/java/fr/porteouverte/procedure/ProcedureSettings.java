package fr.porteouverte.procedure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** What may be set of procedures. */
@ConfigMapping(prefix = "porte-ouverte.procedures")
public interface ProcedureSettings {
  /** So long after a day on which papers were compared with their official page they are again. */
  @WithDefault("P12M")
  Period checkAgain();
}
