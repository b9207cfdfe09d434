package fr.porteouverte.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Opens the demo's own files, which lie beside the classes. */
final class DemoFiles {
  private DemoFiles() {}

  static InputStream open(String name) {
    InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream("demo/" + name);
    if (file == null) {
      throw new IllegalStateException("demo/" + name + " is missing");
    }
    return file;
  }

  static <T> T json(String name, TypeReference<T> type) {
    try (InputStream file = open(name)) {
      return new ObjectMapper().readValue(file, type);
    } catch (IOException broken) {
      throw new UncheckedIOException("demo/" + name, broken);
    }
  }
}
