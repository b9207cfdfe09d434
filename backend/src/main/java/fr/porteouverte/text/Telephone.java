package fr.porteouverte.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers as people read them; the app spells them the same way. Links keep E.164. */
public final class Telephone {
  /** Who has these beginnings dials a zero and nine figures: mainland and overseas departments. */
  private static final Pattern FRENCH = Pattern.compile("\\+(?:33|262|590|594|596)(\\d{9})");

  /** ITU-T E.164: countries with one figure or two; all others have three. */
  private static final Pattern ABROAD =
      Pattern.compile(
          "\\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\\d{3})(\\d{4,})");

  private static final Pattern SHORT = Pattern.compile("0\\d{9}|[1-9]\\d{3}");

  private Telephone() {}

  /** "02 61 91 01 01", "0262 …" as "02 62 …", "+44 20 79 46 09 58"; "39 39" for a short one. */
  public static String spelled(String number) {
    String bare = number.replaceAll("[\\s.-]", "");
    Matcher french = FRENCH.matcher(bare);
    if (french.matches()) {
      return pairs("0" + french.group(1));
    }
    Matcher abroad = ABROAD.matcher(bare);
    if (abroad.matches()) {
      return "+" + abroad.group(1) + " " + pairs(abroad.group(2));
    }
    return SHORT.matcher(bare).matches() ? pairs(bare) : number;
  }

  /** By two from the end; the first three stay together where their number is odd. */
  private static String pairs(String figures) {
    return figures.replaceAll("(?<=\\d\\d)(?=(?:\\d\\d)+$)", " ");
  }
}
