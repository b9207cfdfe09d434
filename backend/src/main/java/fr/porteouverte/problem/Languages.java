package fr.porteouverte.problem;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The reader's language, of the two that we speak. What cannot be read of a header is skipped. */
public final class Languages {
  /**
   * A language and how much it is wished, 1 where nothing is said. (The JDK's reader fails on "-".)
   */
  private static final Pattern WISH =
      Pattern.compile(
          "(?<=^|,)\\s*(\\p{Alpha}{2,8})(?:-\\p{Alnum}{1,8})*\\s*(?:;\\s*q=([01](?:\\.\\d{0,3})?)\\s*)?(?=,|$)");

  private Languages() {}

  /**
   * @param accepted {@code Accept-Language} as it came (RFC 9110, 12.5.4)
   * @return French unless English is preferred
   */
  public static Locale of(@Nullable String accepted) {
    return WISH.matcher(accepted == null ? "" : accepted)
        .results()
        .filter(wish -> weight(wish) > 0)
        .sorted(Comparator.comparingDouble(Languages::weight).reversed())
        .map(wish -> wish.group(1).toLowerCase(Locale.ROOT))
        .filter(language -> language.equals("fr") || language.equals("en"))
        .findFirst()
        .map(Locale::forLanguageTag)
        .orElse(Locale.FRENCH);
  }

  private static double weight(MatchResult wish) {
    return wish.group(2) == null ? 1 : Double.parseDouble(wish.group(2));
  }
}
