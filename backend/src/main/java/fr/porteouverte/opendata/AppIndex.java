package fr.porteouverte.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The app's index as it was built, for those who write into it what a page is about. */
@ApplicationScoped
class AppIndex {
  private final Optional<String> html;

  AppIndex(@ConfigProperty(name = "porte-ouverte.app.directory") Optional<String> directory) {
    this.html = directory.map(AppIndex::read);
  }

  private static String read(String directory) {
    try {
      return Files.readString(Path.of(directory, "index.html"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Empty: another server has the app. */
  Optional<String> html() {
    return html;
  }
}
