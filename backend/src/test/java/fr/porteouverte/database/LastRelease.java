package fr.porteouverte.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code docs/released/release} says of the last release.
 *
 * @param schema its last migration
 */
record LastRelease(String name, String commit, String schema) {
  static LastRelease read() {
    try {
      String[] said =
          Files.readAllLines(Path.of("docs", "released", "release")).stream()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .findFirst()
              .orElseThrow()
              .split(" ");
      return new LastRelease(said[0], said[1], said[2]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
