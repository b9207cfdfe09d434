package fr.porteouverte.commune;

import fr.porteouverte.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Paris 12ème", "XIIe arrondissement de Paris", "Lyon 3": the name that the register has. */
final class Arrondissement {
  private static final String CITY = "(paris|lyon|marseille)";
  private static final String NUMBER =
      "(\\d{1,2}|[ivx]{1,5})\\s?(?:er|ere|e|em|eme|ieme|nd|nde)?(?: arr[a-z]*)?";
  private static final Pattern AFTER = Pattern.compile(CITY + " " + NUMBER);
  private static final Pattern BEFORE = Pattern.compile(NUMBER + " (?:de |d )?" + CITY);
  private static final List<String> ROMAN =
      List.of(
          "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii",
          "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx");

  private Arrondissement() {}

  static Optional<String> named(String typed) {
    String words = Text.fold(typed);
    Matcher after = AFTER.matcher(words);
    if (after.matches()) {
      return name(after.group(1), after.group(2));
    }
    Matcher before = BEFORE.matcher(words);
    return before.matches() ? name(before.group(2), before.group(1)) : Optional.empty();
  }

  private static Optional<String> name(String city, String written) {
    int number = written.matches("\\d+") ? Integer.parseInt(written) : ROMAN.indexOf(written);
    return number < 1 || number > 20
        ? Optional.empty()
        : Optional.of(city + " " + number + (number == 1 ? "er" : "e") + " arrondissement");
  }
}
