package fr.porteouverte.http;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a row as an ETag, so that nobody overwrites what they have not seen. */
public final class Etag {
  /**
   * Of what anybody may read, with what it says beside: see {@link #of(int, byte[])}. What nobody
   * has written yet is of version -1.
   */
  private static final Pattern VERSION = Pattern.compile("\"(-1|\\d{1,9})(?:-[0-9a-f]+)?\"");

  private static final int DIGEST_BYTES = 16;

  private Etag() {}

  public static String of(int version) {
    return "\"" + version + "\"";
  }

  /** Of an answer that has no version. */
  public static String of(byte[] body) {
    return "\"" + digest(body) + "\"";
  }

  /**
   * Of a row that is shown with what stands elsewhere: another version, or another answer, is
   * another tag. An edit looks at the version alone.
   */
  public static String of(int version, byte[] body) {
    return "\"" + version + "-" + digest(body) + "\"";
  }

  /** Of a body, as a tag that stands for all of it. */
  public static String digest(byte[] body) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(whole, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Whether the reader has this already (RFC 9110, 13.1.2); a cache that packed it calls it weak.
   *
   * @param ifNoneMatch null: they have nothing
   */
  public static boolean unchanged(@Nullable String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(one -> one.strip().replaceFirst("^W/", ""))
            .anyMatch(one -> one.equals("*") || one.equals(tag));
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
    return Arrays.stream(ifMatch.split(","))
        .map(one -> VERSION.matcher(one.strip()))
        .anyMatch(one -> one.matches() && Integer.parseInt(one.group(1)) == version);
  }
}
