package fr.porteouverte.text;

/**
 * What a person may type into a line of text: any script, no control characters, no half
 * surrogates.
 */
public final class TypedText {
  /** For {@link jakarta.validation.constraints.Pattern}. */
  public static final String PATTERN = "[^\\p{Cc}\\p{Cs}]*";

  /** What is said of anything else. */
  public static final String ODD =
      "Des caractères ne sont pas lisibles. | Some characters are not readable.";

  private TypedText() {}
}
