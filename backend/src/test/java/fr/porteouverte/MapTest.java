package fr.porteouverte;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the doors of the rooms say is what the code does. */
class MapTest {
  private static final Path MAIN = Path.of("src/main/java");

  @Test
  void in_every_package_nothing_is_null_unless_it_says_so() {
    assertThat(packages().stream().filter(folder -> !folder.isAnnotatedWith(NullMarked.class)))
        .isEmpty();
  }

  @Test
  void every_door_says_what_the_room_answers_for_what_it_may_import_and_where_to_begin() {
    Set<String> silent =
        packages().stream()
            .map(JavaPackage::getName)
            .filter(
                name ->
                    !door(name)
                        .matches(
                            "/\\*\\* \\S.*\\. <p>(May import|For)\\b.*\\. <p>Begin with .*\\. \\*/"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(silent).isEmpty();
  }

  @Test
  void a_door_names_the_rooms_that_its_arrows_allow() {
    ArchitectureTest.ARROWS.forEach(
        (room, allowed) -> {
          String rooms =
              door("fr.porteouverte." + room).replaceAll(".*May import: (.*?)\\..*", "$1");
          assertThat(rooms.split(", "))
              .as(room)
              .containsExactlyInAnyOrderElementsOf(
                  allowed.isEmpty() ? Set.of("no room but the base") : allowed);
        });
  }

  private static Set<JavaPackage> packages() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fr.porteouverte")
            .stream()
            .map(type -> type.getPackage())
            .collect(Collectors.toSet());
  }

  /** The Javadoc of a package, on one line. */
  private static String door(String name) {
    try {
      String text =
          Files.readString(MAIN.resolve(name.replace('.', '/')).resolve("package-info.java"));
      return text.substring(0, text.indexOf("*/") + 2)
          .replaceAll("\\s*\\n \\*(?!/)", " ")
          .replaceAll("\\s+", " ");
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
