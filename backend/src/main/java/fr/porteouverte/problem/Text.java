package fr.porteouverte.problem;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same words in French and in English. */
public record Text(@Schema(required = true) String fr, @Schema(required = true) String en) {

  public String in(Locale language) {
    return Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? en : fr;
  }
}
