package fr.porteouverte.message.letter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is left of a house's name when there is no room: the place, as people call it. */
public final class HouseName {
  private static final Pattern LONG =
      Pattern.compile(
          "(?iu:(?:maison |espace |point |bus )?(?:france services?|msap)"
              + "|maison (?:de services au public|des services publics))"
              + "(?:\\s*[-–—:,]\\s*|\\s+)(?:d['’]|de l['’]|de la |des |du |de )?(\\S.*)");

  private HouseName() {}

  /** The same where it does not begin as the names of houses do. */
  public static String brief(String name) {
    Matcher parts = LONG.matcher(name.strip());
    return parts.matches() ? parts.group(1) : name;
  }
}
