package fr.porteouverte.figures;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** In which of the two languages a file is wanted. */
final class Languages {
  private Languages() {}

  static Locale of(HttpHeaders asked) {
    return asked.getAcceptableLanguages().stream()
        .map(language -> Locale.forLanguageTag(language.getLanguage()))
        .filter(language -> language.equals(Locale.FRENCH) || language.equals(Locale.ENGLISH))
        .findFirst()
        .orElse(Locale.FRENCH);
  }
}
