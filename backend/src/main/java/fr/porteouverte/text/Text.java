package fr.porteouverte.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same words in French and in English. */
public record Text(@Schema(required = true) String fr, @Schema(required = true) String en) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  public String in(Locale language) {
    return Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? en : fr;
  }

  /** Both texts, to be searched as one. */
  public Text with(Text other) {
    return new Text(fr + " " + other.fr, en + " " + other.en);
  }

  /** Words without accents, in lower case, one space between them: {@code l aigle}. */
  public static String fold(String text) {
    String bare = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").replace("Æ", "ae");
    String plain = MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFKD)).replaceAll("");
    return BETWEEN_WORDS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
