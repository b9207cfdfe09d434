package fr.porteouverte.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must not be kept in a note: a social security number (NIR), a card number, a password. The
 * app warns by the same rules while somebody types ({@code frontend/src/staff/sensitive.ts}); one
 * list of examples holds both to it.
 */
public final class SensitiveText {
  private static final String GAP = "[ \\u00A0\\u202F.\\-/]?";

  /** Sex, year, month (also 20 and above: unknown), place (2A and 2B: Corsica), order, key. */
  private static final Pattern NIR =
      Pattern.compile(
          "(?<![0-9A-Za-z])([12378])g([0-9]{2})g(0[1-9]|1[0-2]|[2-9][0-9])g([0-9]{2}|2[AaBb])g([0-9]{3})g([0-9]{3})g([0-9]{2})(?![0-9])"
              .replace("g", GAP));

  private static final Pattern DIGITS =
      Pattern.compile("(?<![0-9A-Za-z])[0-9](?:g[0-9]){12,18}(?![0-9])".replace("g", GAP));

  /** As the networks begin and count their digits; a SIRET, of 14 digits, is none. */
  private static final Pattern CARD =
      Pattern.compile(
          "3[47][0-9]{13}|(?:2[2-7]|4[0-9]|5[0-9]|6[0-9]|35)[0-9]{14}|4[0-9]{12}|6[0-9]{18}");

  private static final Pattern SAID =
      Pattern.compile(
          "(?:mots? de passe|mdp|password|pwd|code secret|code confidentiel|code pin|\\bpin)[^:=\\n]{0,25}[:=]\\s*(\\S{4,})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern CODE =
      Pattern.compile(
          "(?:code secret|code confidentiel|code pin|\\bpin)\\D{0,15}[0-9]{4,8}(?![0-9])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("\\S{8,40}");
  private static final Pattern ADDRESS = Pattern.compile(".*(?:://|www\\.|@\\S+\\.[a-z]{2,}).*");

  private SensitiveText() {}

  /** What was found. */
  public enum Kind {
    nir(
        new Text(
            "Ce texte contient un numéro de sécurité sociale : retirez-le.",
            "This text has a social security number in it: take it out.")),
    card(
        new Text(
            "Ce texte contient un numéro de carte : retirez-le.",
            "This text has a card number in it: take it out.")),
    password(
        new Text(
            "Ce texte semble contenir un mot de passe ou un code : retirez-le.",
            "This text seems to have a password or a code in it: take it out."));

    private final Text words;

    Kind(Text words) {
      this.words = words;
    }

    public Text words() {
      return words;
    }
  }

  /** The first thing of its kind; empty: nothing. */
  public static Optional<Kind> in(String text) {
    if (hasNir(text)) {
      return Optional.of(Kind.nir);
    }
    if (hasCard(text)) {
      return Optional.of(Kind.card);
    }
    return hasPassword(text) ? Optional.of(Kind.password) : Optional.empty();
  }

  private static boolean hasNir(String text) {
    Matcher found = NIR.matcher(text);
    for (int from = 0; found.find(from); from = found.start() + 1) {
      String place = found.group(4).toUpperCase(Locale.ROOT);
      String number =
          found.group(1)
              + found.group(2)
              + found.group(3)
              + place.replace("2A", "19").replace("2B", "18")
              + found.group(5)
              + found.group(6);
      if (97 - Long.parseLong(number) % 97 == Integer.parseInt(found.group(7))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasCard(String text) {
    Matcher found = DIGITS.matcher(text);
    while (found.find()) {
      String digits = found.group().replaceAll("[^0-9]", "");
      if (CARD.matcher(digits).matches() && luhn(digits)) {
        return true;
      }
    }
    return false;
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : digit * 2;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }

  private static boolean hasPassword(String text) {
    Matcher said = SAID.matcher(text);
    while (said.find()) {
      if (mixed(said.group(1), 1)) {
        return true;
      }
    }
    if (CODE.matcher(text).find()) {
      return true;
    }
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (mixed(word.group(), 4) && !ADDRESS.matcher(word.group()).matches()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Words are written in small letters, perhaps with a capital before and a sign behind.
   *
   * @param kinds how many of small letters, capitals within, digits and signs within there must be;
   *     1: any that no word has
   */
  private static boolean mixed(String word, int kinds) {
    String core = word.replaceAll("[.,;:!?)»\"']+$", "");
    boolean small = core.matches(".*\\p{Ll}.*");
    boolean capital = core.matches(kinds == 1 ? ".+\\p{Lu}.*" : ".*\\p{Lu}.*");
    boolean digit = core.matches(".*[0-9].*");
    boolean sign = word.matches(".*[!@#$%&*+=?_^~€£§].*") && word.matches(".*[0-9].*");
    if (kinds == 1) {
      return capital || digit || core.matches(".*[@#$%&*+=_^~€£§].*");
    }
    return small && capital && digit && sign;
  }
}
