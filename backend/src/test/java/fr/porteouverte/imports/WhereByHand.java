package fr.porteouverte.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.commune.CommuneDraft;
import fr.porteouverte.commune.FormerCommune;
import fr.porteouverte.commune.KnownAddress;
import fr.porteouverte.commune.PlaceTrial;
import fr.porteouverte.commune.Point;
import fr.porteouverte.commune.Understood;
import fr.porteouverte.imports.CsvRows.CsvRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Not a part of the suite, by its name: a trial by hand over the real files, which are not ours to
 * keep. {@code -Dtest=WhereByHand -Dtrial.data=FOLDER} with communes.csv.gz,
 * communes-anciennes.csv.gz and a list of houses; {@code -Dtrial.typed=FILE} prints what each of
 * its lines is understood as.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhereByHand {
  private final List<CsvRow> houses = new ArrayList<>();
  private PlaceTrial france;

  @BeforeAll
  void readFrance() throws IOException {
    Map<String, CommuneDraft> communes = new HashMap<>();
    try (InputStream file = open("communes.csv.gz")) {
      CommunesFile.read(file, new Findings()).forEach(one -> communes.put(one.insee(), one));
    }
    FormerCommunesFile.Reader formers = new FormerCommunesFile.Reader(communes, new Findings());
    rows("communes-anciennes.csv.gz", FormerCommunesFile.COLUMNS, formers::accept);
    rows("raw-liste-fs-20240801.csv.gz", Set.of("lib_com"), houses::add);
    List<FormerCommune> names = List.copyOf(formers.formers());
    long begun = System.nanoTime();
    france = new PlaceTrial(communes.values(), names, addresses());
    say("made in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
  }

  private List<KnownAddress> addresses() {
    return houses.stream()
        .filter(row -> NumberCells.degrees(row.get("latitude"), 90) != null)
        .map(
            row ->
                new KnownAddress(
                    row.get("lib_fs"),
                    row.get("code_postal"),
                    row.get("lib_com"),
                    row.get("insee_com"),
                    Departments.of(row.get("insee_com")),
                    new Point(
                        NumberCells.degrees(row.get("latitude"), 90),
                        NumberCells.degrees(row.get("longitude"), 180))))
        .toList();
  }

  private static InputStream open(String name) throws IOException {
    Path file = Path.of(System.getProperty("trial.data"), name);
    return ImportFiles.open(Files.newInputStream(file), 100_000_000);
  }

  private static void rows(String name, Set<String> columns, Consumer<CsvRow> each)
      throws IOException {
    try (InputStream file = open(name)) {
      CsvRows.read(file, columns, new Findings(), each);
    }
  }

  private static void say(String line) {
    System.out.println("TRIAL " + line);
  }

  @Test
  void the_official_list_is_understood_as_it_is_written() {
    Map<String, Function<CsvRow, String>> spellings =
        Map.of(
            "name", row -> row.get("lib_com"),
            "name and department",
                row -> row.get("lib_com") + " " + Departments.of(row.get("insee_com")),
            "name and postcode", row -> row.get("lib_com") + " (" + row.get("code_postal") + ")",
            "address",
                row ->
                    row.get("adresse") + ", " + row.get("code_postal") + " " + row.get("lib_com"),
            "CAPITALS",
                row ->
                    row.get("code_postal")
                        + " "
                        + row.get("lib_com").toUpperCase(java.util.Locale.ROOT).replace('-', ' '),
            "postcode", row -> row.get("code_postal"),
            "name of the house", row -> row.get("lib_fs") + " " + row.get("lib_com"));
    spellings.forEach(this::tryAll);
  }

  private void tryAll(String kind, Function<CsvRow, String> spelling) {
    int first = 0;
    int offered = 0;
    int unasked = 0;
    List<String> wrong = new ArrayList<>();
    for (CsvRow row : houses) {
      String typed = spelling.apply(row);
      Understood found = france.find(typed, 8);
      boolean is = !found.places().isEmpty() && meant(row, found.places().get(0).insee());
      boolean among = found.places().stream().anyMatch(place -> meant(row, place.insee()));
      first += is ? 1 : 0;
      offered += among ? 1 : 0;
      unasked += !is && !found.guessed() ? 1 : 0;
      if (!among || (!is && !found.guessed())) {
        wrong.add(
            typed
                + " ["
                + row.get("insee_com")
                + "] -> "
                + (found.guessed() ? "ask " : "sure ")
                + found.places().stream().map(p -> p.name() + " " + p.insee()).limit(3).toList());
      }
    }
    say(
        kind
            + ": "
            + houses.size()
            + " rows, first "
            + first
            + ", among eight "
            + offered
            + ", another one without being asked "
            + unasked);
    wrong.stream().limit(25).forEach(line -> say("    " + line));
  }

  private static boolean meant(CsvRow row, String insee) {
    return row.get("insee_com").equals(insee);
  }

  @Test
  void what_is_typed_is_printed() throws IOException {
    String file = System.getProperty("trial.typed");
    for (String typed : file == null ? List.<String>of() : Files.readAllLines(Path.of(file))) {
      Understood found = france.find(typed, 4);
      say("«" + typed + "» " + (found.guessed() ? "ask  " : "sure ") + france.labels(typed, 4));
    }
  }

  @Test
  void a_key_is_answered_at_once() {
    List<Long> took = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      took.clear();
      for (int i = 0; i < houses.size(); i += 10) {
        String name = houses.get(i).get("lib_com");
        for (int letters = 2; letters <= name.length(); letters++) {
          long begun = System.nanoTime();
          france.find(name.substring(0, letters), 8);
          took.add((System.nanoTime() - begun) / 1_000);
        }
      }
    }
    took.sort(null);
    say(
        took.size()
            + " keys: median "
            + took.get(took.size() / 2)
            + " µs, 99 of 100 within "
            + took.get(took.size() * 99 / 100)
            + " µs, the slowest "
            + took.get(took.size() - 1)
            + " µs");
    assertThat(took).isNotEmpty();
  }
}
