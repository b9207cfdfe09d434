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

  /** A reason, as people read it. */
  public static final int LONGEST_REASON = 200;

  public static final int LONGEST_NOTE = 500;

  /** A first name, a last name. */
  public static final int LONGEST_NAME = 100;

  public static final int LONGEST_EMAIL = 254;

  private TypedText() {}
}
