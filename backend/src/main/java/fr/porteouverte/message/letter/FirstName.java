package fr.porteouverte.message.letter;

import java.util.regex.Pattern;

/**
 * Whom a message greets. Anybody may book in any name for any address: a "name" that says more than
 * a name would make the house write somebody's advertisement to strangers.
 */
final class FirstName {
  private static final int LONGEST = 40;
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{M}]+(?:[ '’.\\-\\u00a0]{1,2}[\\p{L}\\p{M}]+){0,4}\\.?");

  /** A word, a dot and a word without a blank between them is an address to most mail programs. */
  private static final Pattern ADDRESS = Pattern.compile(".*\\p{L}\\.\\p{L}{2,}.*");

  private FirstName() {}

  /**
   * @return empty where there is no name to be repeated
   */
  static String greeted(String typed) {
    String name = typed.strip();
    return name.length() <= LONGEST
            && NAME.matcher(name).matches()
            && !ADDRESS.matcher(name).matches()
        ? name
        : "";
  }
}
