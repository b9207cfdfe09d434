package fr.porteouverte.http;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a row as an ETag, so that nobody overwrites what they have not seen. */
public final class Etag {
  private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})\"");

  private Etag() {}

  public static String of(int version) {
    return "\"" + version + "\"";
  }

  /**
   * To be called by every edit, with the row it is about to change.
   *
   * @param ifMatch the header as it came; null is refused with 428, another version with 412
   */
  public static void check(@Nullable String ifMatch, int version) {
    if (!names(needed(ifMatch), version)) {
      throw new ProblemException(
          ProblemType.STALE,
          "Relisez puis refaites votre changement.",
          "Read it again, then repeat your change.");
    }
  }

  /** For an edit with a refusal of its own: 428 when the header is missing. */
  public static String needed(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new ProblemException(
          ProblemType.IF_MATCH_MISSING,
          "Envoyez dans If-Match l’ETag reçu à la lecture.",
          "Send in If-Match the ETag that you got when reading.");
    }
    return ifMatch;
  }

  /**
   * @return the version that the header names first; -1 when it names none
   */
  public static int version(String ifMatch) {
    Matcher first = VERSION.matcher(ifMatch);
    return first.find() ? Integer.parseInt(first.group(1)) : -1;
  }

  /** Whether the header has this version among those that it names. */
  public static boolean names(String ifMatch, int version) {
    return Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(of(version)::equals);
  }
}
