package fr.porteouverte;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What docs/architecture.md and the doors of the rooms say is what the code does. */
class MapTest {
  private static final Path MAIN = Path.of("src/main/java");
  private static final Path DOCS = Path.of("docs");

  private static final Pattern ARROW = Pattern.compile("^ +(\\w+) --> (\\w+)$", Pattern.MULTILINE);

  /** As {@code SlotLocks} and {@code SlotPage.vue} stand in a text, methods left aside. */
  private static final Pattern NAME =
      Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)(\\.[a-z]\\w*)?(\\.[a-z]+)?`");

  /**
   * As {@code queue/order/CallOrder.java} and {@code text/*}{@code /counter.ts}; addresses begin
   * with a slash.
   */
  private static final Pattern PATH = Pattern.compile("`([\\w*-]+(?:/[\\w*.-]+)+)/?`");

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

  @Test
  void the_picture_draws_each_arrow_that_no_longer_way_says() {
    Set<String> needed = new TreeSet<>();
    ArchitectureTest.ARROWS.forEach(
        (room, allowed) ->
            allowed.stream()
                .filter(other -> allowed.stream().noneMatch(way -> reach(way).contains(other)))
                .forEach(other -> needed.add(room + " --> " + other)));
    Set<String> drawn = new TreeSet<>();
    ARROW
        .matcher(read("architecture.md"))
        .results()
        .forEach(arrow -> drawn.add(arrow.group(1) + " --> " + arrow.group(2)));
    assertThat(drawn).isEqualTo(needed);
  }

  @Test
  void the_table_has_every_room() {
    Set<String> rooms = new TreeSet<>(ArchitectureTest.ARROWS.keySet());
    rooms.addAll(ArchitectureTest.BASE);
    rooms.addAll(ArchitectureTest.FEEDERS);
    String map = read("architecture.md");
    String table = map.substring(map.indexOf("| room |"), map.indexOf("### Arrows"));
    assertThat(rooms).allSatisfy(room -> assertThat(table).contains("`" + room + "`"));
  }

  @TestFactory
  Stream<DynamicTest> what_the_map_names_exists() throws IOException {
    Set<String> known = known();
    return Stream.of(
            "architecture.md", "glossary.md", "rooms.md", "messages.md", "../../CONTRIBUTING.md")
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page,
                    () ->
                        assertThat(
                                NAME.matcher(read(page))
                                    .results()
                                    .map(name -> name.group(1))
                                    .filter(name -> !known.contains(name)))
                            .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> where_the_map_leads_there_is_something() throws IOException {
    Set<String> places = places();
    return Stream.of(
            "architecture.md",
            "glossary.md",
            "rooms.md",
            "messages.md",
            "../../CONTRIBUTING.md",
            "../../frontend/README.md")
        .map(
            page ->
                DynamicTest.dynamicTest(
                    page,
                    () ->
                        assertThat(
                                PATH.matcher(read(page))
                                    .results()
                                    .map(path -> path.group(1))
                                    .filter(path -> !leadsSomewhere(path, places)))
                            .isEmpty()));
  }

  /**
   * A path may begin at any folder: {@code queue/order} is told without what lies above the rooms.
   */
  private static boolean leadsSomewhere(String path, Set<String> places) {
    Pattern end = Pattern.compile(".*/" + path.replace(".", "\\.").replace("*", "[^/]+"));
    return places.stream().anyMatch(place -> end.matcher(place).matches());
  }

  /** Every file and folder that is kept in the repository, but for what is fetched or built. */
  private static Set<String> places() throws IOException {
    Set<String> places = new TreeSet<>();
    for (String root :
        List.of(
            "src",
            "docs",
            "bench",
            "fuzz",
            "scripts",
            "pom.xml",
            "../frontend/src",
            "../frontend/e2e",
            "../frontend/scripts")) {
      try (Stream<Path> files = Files.walk(Path.of(root).toAbsolutePath().normalize())) {
        files.map(Path::toString).forEach(places::add);
      }
    }
    return places;
  }

  /** Files of the API, of its tests and of the app, by name, and the schemas of the contract. */
  private static Set<String> known() throws IOException {
    Set<String> known = new TreeSet<>();
    for (Path root : List.of(Path.of("src"), Path.of("../frontend/src"))) {
      try (Stream<Path> files = Files.walk(root)) {
        files.forEach(file -> known.add(file.getFileName().toString().replaceAll("\\..*", "")));
      }
    }
    Pattern.compile("^    (\\w+):$", Pattern.MULTILINE)
        .matcher(read("../../openapi.yaml"))
        .results()
        .forEach(schema -> known.add(schema.group(1)));
    return known;
  }

  private static Set<String> reach(String room) {
    Set<String> reached = new TreeSet<>(ArchitectureTest.ARROWS.get(room));
    ArchitectureTest.ARROWS.get(room).forEach(next -> reached.addAll(reach(next)));
    return reached;
  }

  private static String read(String page) {
    try {
      return Files.readString(DOCS.resolve(page));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
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
