package fr.porteouverte.imports;

import fr.porteouverte.text.Text;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What is said of a finding, and how its row is mended. */
public final class FindingWords {
  private static final Properties FRENCH = read("fr");
  private static final Properties ENGLISH = read("en");

  private FindingWords() {}

  public static Text what(String kind) {
    return of(kind);
  }

  public static Text repair(String kind) {
    return of(kind + ".repair");
  }

  /** A kind that no program writes any more is shown as it is kept. */
  private static Text of(String key) {
    return new Text(FRENCH.getProperty(key, key), ENGLISH.getProperty(key, key));
  }

  private static Properties read(String language) {
    Properties words = new Properties();
    String name = "/imports/findings_" + language + ".properties";
    try (var in = FindingWords.class.getResourceAsStream(name)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
