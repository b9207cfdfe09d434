package fr.porteouverte.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What may be set of imports. */
@ConfigMapping(prefix = "porte-ouverte.imports")
public interface ImportSettings {
  /** The most that a file may be once unpacked, in bytes. */
  @WithDefault("33554432")
  long unpackedBytes();

  /**
   * From how many communes on the register is taken for the whole country, so that a commune that
   * is not in it does not exist.
   */
  @WithDefault("30000")
  int wholeCountry();
}
