package fr.porteouverte.message.template;

import fr.porteouverte.message.MessageKind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The product's own words, where a house has none, and those around every message. */
public final class ProductTemplates {
  private static final Properties FRENCH = read("fr");
  private static final Map<String, Properties> BY_LANGUAGE = Map.of("fr", FRENCH, "en", read("en"));

  private ProductTemplates() {}

  public static MessageTemplate of(MessageKind kind, String language) {
    Properties words = in(language);
    return new MessageTemplate(
        words.getProperty(kind + ".subject"),
        words.getProperty(kind + ".opening"),
        words.getProperty(kind + ".closing"),
        words.getProperty(kind + ".sms"));
  }

  /** By key, for the layout. */
  public static Map<String, String> around(String language) {
    Map<String, String> around = new TreeMap<>();
    in(language)
        .forEach(
            (key, value) -> {
              if (((String) key).startsWith("around.")) {
                around.put(((String) key).substring("around.".length()), (String) value);
              }
            });
    return around;
  }

  /** A sentence for the call sheet. */
  public static String call(String key, String language) {
    return in(language).getProperty("call." + key);
  }

  private static Properties in(String language) {
    return BY_LANGUAGE.getOrDefault(language, FRENCH);
  }

  private static Properties read(String language) {
    Properties words = new Properties();
    String name = "/message/templates_" + language + ".properties";
    try (var in = ProductTemplates.class.getResourceAsStream(name)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
