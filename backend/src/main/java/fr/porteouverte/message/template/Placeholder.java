package fr.porteouverte.message.template;

import fr.porteouverte.text.Text;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.StringSubstitutor;

/** What a house may leave for the product to fill in. Values are text, never looked into again. */
public enum Placeholder {
  visitor("Le prénom", "First name"),
  date("Le jour du rendez-vous", "Day of the appointment"),
  time("L’heure du rendez-vous", "Time of the appointment"),
  site("La maison", "The house"),
  procedure("La démarche", "The procedure"),
  partner("Le partenaire", "The partner"),
  address("L’adresse de la maison", "Address of the house"),
  cause("Ce qui annule le rendez-vous", "What cancels the appointment"),
  link("Le lien privé vers le rendez-vous", "Private link to the booking");

  private static final Pattern BRACES = Pattern.compile("\\{([^{}\\s]{1,40})}");
  private final Text label;

  Placeholder(String fr, String en) {
    this.label = new Text(fr, en);
  }

  Text label() {
    return label;
  }

  /** As it is typed. */
  String code() {
    return "{" + name() + "}";
  }

  static String all() {
    return Arrays.stream(values()).map(Placeholder::code).collect(Collectors.joining(", "));
  }

  static Set<String> unknownIn(String text) {
    Set<String> unknown = new LinkedHashSet<>();
    Matcher braces = BRACES.matcher(text);
    while (braces.find()) {
      if (Arrays.stream(values()).noneMatch(known -> known.name().equals(braces.group(1)))) {
        unknown.add(braces.group(1));
      }
    }
    return unknown;
  }

  /** Looks up only these names, once: a value that looks like a placeholder stays what it is. */
  public static String fill(String text, Map<Placeholder, String> values) {
    Map<String, String> byName =
        values.entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    String filled =
        new StringSubstitutor(byName, "{", "}", '\0')
            .setDisableSubstitutionInValues(true)
            .setValueDelimiter("\0")
            .replace(text);
    // Where no name is to be said, nobody wants to see the gap: "Bonjour ,".
    return filled.replaceAll("[ \\u00a0]+,", ",");
  }
}
