package fr.porteouverte.operating;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/settings.md} has every setting of the typed configuration, as its source says it;
 * with {@code -Dsettings.renew=true} it is written anew.
 */
class SettingsTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path PAGE = Path.of("docs/settings.md");

  private static final Pattern PREFIX =
      Pattern.compile("@" + ConfigMapping.class.getSimpleName() + "\\(prefix = \"([^\"]+)\"\\)");

  /** An interface within opens a list of its own; what it asks for stands under that name. */
  private static final Pattern ELEMENT =
      Pattern.compile(
          "(?s)(?:/\\*\\*((?:(?!\\*/).)*)\\*/\\s*)?(?:@WithDefault\\(\\s*\"([^\"]*)\"\\s*\\)\\s*)?(?:"
              + "interface (\\w+) \\{|([\\w.]+(?:<[^;(]*>)?) (\\w+)\\(\\);)");

  private static final Pattern PROPERTY =
      Pattern.compile(
          "@ConfigProperty\\(\\s*name = \"(porte-ouverte\\.[^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?\\s*\\)\\s+(\\w+)");

  private static final String HEAD =
      """
      # Every setting

      Written by `SettingsTest` from the typed configuration (`-Dsettings.renew=true`). Each can be given as an environment variable.
      Durations are `10S`, `20M`, `24H`, `7D`; "none" is a setting that may be left out. Quarkus has settings of its own
      (`QUARKUS_DATASOURCE_…`, `QUARKUS_MAILER_…`, `QUARKUS_HTTP_…`, `QUARKUS_MANAGEMENT_…`, `QUARKUS_LOG_…`): those that an installation needs are in
      [operating.md](operating.md) and in `docker-compose.yml`.

      | setting | environment | unless set | what |
      |---|---|---|---|
      """;

  private record Setting(String unless, String what) {}

  @Test
  void the_page_has_every_setting_as_its_source_says_it() throws IOException {
    String wanted = page();
    if (Boolean.getBoolean("settings.renew")) {
      Files.writeString(PAGE, wanted);
    }
    assertThat(PAGE).hasContent(wanted);
    assertThat(wanted)
        .contains(
            "| `porte-ouverte.limits.writes-per-minute-and-address` |", "SMPP_ACCOUNTS_0__HOST");
  }

  @Test
  void every_setting_of_the_typed_configuration_is_among_them() throws IOException {
    List<String> silent = new ArrayList<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      Matcher prefix = PREFIX.matcher(text);
      if (prefix.find()) {
        long methods =
            Pattern.compile("(?m)^ +[\\w.<>, ]+ \\w+\\(\\);$").matcher(text).results().count();
        Map<String, Setting> found = new TreeMap<>();
        typed(text, prefix.group(1), found);
        long lists = Pattern.compile("(?m)^ +interface ").matcher(text).results().count();
        if (found.size() + lists != methods) {
          silent.add(source + ": " + found.keySet());
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String page() throws IOException {
    Map<String, Setting> all = new TreeMap<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      Matcher prefix = PREFIX.matcher(text);
      if (prefix.find()) {
        typed(text, prefix.group(1), all);
      }
      Matcher property = PROPERTY.matcher(text);
      while (property.find()) {
        boolean needed = property.group(2) == null && !property.group(3).startsWith("Optional");
        all.putIfAbsent(
            property.group(1), new Setting(needed ? "needed" : value(property.group(2)), ""));
      }
    }
    told(all);
    StringBuilder page = new StringBuilder(HEAD);
    all.forEach(
        (name, setting) ->
            page.append(
                "| `%s` | `%s` | %s | %s |\n"
                    .formatted(name, variable(name), setting.unless(), setting.what())));
    return page.toString();
  }

  private static void typed(String text, String prefix, Map<String, Setting> all) {
    Matcher element = ELEMENT.matcher(text.substring(text.indexOf("interface ")));
    element.find(); // the interface itself
    String place = prefix;
    while (element.find()) {
      if (element.group(3) != null) {
        String list = element.group(3).toLowerCase(Locale.ROOT);
        boolean several = text.contains("List<" + element.group(3) + "> ");
        place = prefix + "." + list + (several ? "s[0]" : "");
        all.remove(prefix + "." + list + (several ? "s" : ""));
      } else {
        boolean optional = element.group(4).startsWith("Optional");
        String unless = element.group(2);
        all.put(
            place + "." + kebab(element.group(5)),
            new Setting(
                unless == null ? (optional ? "none" : "needed") : value(unless),
                words(element.group(1))));
      }
    }
  }

  /** What the file of the product's own settings says beside one that has no type. */
  private static void told(Map<String, Setting> all) throws IOException {
    String comment = "";
    for (String line : Files.readAllLines(Path.of("src/main/resources/application.properties"))) {
      if (line.startsWith("#")) {
        comment =
            line.startsWith("# porte-ouverte.") ? "" : comment + " " + line.substring(1).strip();
        continue;
      }
      int equals = line.indexOf('=');
      if (line.startsWith("porte-ouverte.") && equals > 0) {
        String name = line.substring(0, equals);
        Setting known = all.get(name);
        String what = known == null || known.what().isEmpty() ? comment.strip() : known.what();
        all.put(name, new Setting(value(line.substring(equals + 1)), what.replace("|", "\\\\|")));
      }
      comment = "";
    }
  }

  private static String value(String written) {
    return written == null || written.isEmpty()
        ? "none"
        : "`" + written.replace("|", "\\\\|") + "`";
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** As SmallRye maps it: a list's number stands between two underlines. */
  private static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static String words(String javadoc) {
    return javadoc == null
        ? ""
        : javadoc
            .replaceAll("\\s*\\n\\s*\\*\\s?", " ")
            .replaceAll("\\{@(?:code|link) ([^}]*)\\}", "`$1`")
            .replaceAll("@return|@param \\w+", "")
            .replaceAll("<p>", "")
            .replaceAll("\\s+", " ")
            .replace("|", "\\\\|")
            .strip();
  }
}
