package fr.porteouverte.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes of a package as the JVM keeps them after reading them once: each start from then on
 * is half the work. The H2 build brings its own; the other one's needs its database.
 */
final class Archives {
  private static final Map<Path, Path> MADE = new ConcurrentHashMap<>();

  private Archives() {}

  /** Made by one start, for all that follow in this JVM. */
  static Path of(Ground ground) {
    Path own = ground.product().resolve("app-cds.jsa");
    return Files.exists(own) ? own : MADE.computeIfAbsent(ground.product(), p -> made(ground));
  }

  private static Path made(Ground ground) {
    try {
      Path archive = Files.createTempFile(ground.folder(), "classes-", ".jsa");
      Files.delete(archive);
      Product.start(
              ground,
              "reads-classes",
              Map.of("PORTE_OUVERTE_JOBS_RUN", "false"),
              "-XX:ArchiveClassesAtExit=" + archive)
          .ready()
          .stop();
      return archive;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
