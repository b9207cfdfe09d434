package fr.porteouverte.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The catalogue that came with the product. */
public final class CatalogueFile {
  private static final String NAME = "catalogue/catalogue.json";

  private CatalogueFile() {}

  public static Catalogue read() {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(NAME)) {
      if (file == null) {
        throw new IllegalStateException(NAME + " is missing");
      }
      return new ObjectMapper().readValue(file, Catalogue.class);
    } catch (IOException broken) {
      throw new UncheckedIOException(NAME, broken);
    }
  }
}
