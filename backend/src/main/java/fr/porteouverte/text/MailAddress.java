package fr.porteouverte.text;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address as people type it, in one form. Deliberately loose in what comes before the @:
 * only the mail server knows more.
 */
public final class MailAddress {
  /** RFC 5321, 4.5.3.1.3: a path has 256 octets, two of them brackets. */
  public static final int LONGEST = TypedText.LONGEST_EMAIL;

  /** Words with single dots between them (RFC 5321, 4.1.2: Dot-string). */
  private static final Pattern LOCAL =
      Pattern.compile(
          "(?=.{1,64}$)ATOM(?:\\.ATOM)*"
              .replace("ATOM", "[\\x21-\\x7e&&[^@<>,;:\"()\\[\\]\\\\.]]++"));

  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

  private MailAddress() {}

  /**
   * @return in lower case, a domain with accents as the net writes it (RFC 3490); empty when no
   *     server takes it
   */
  public static Optional<String> of(String typed) {
    int at = typed.indexOf('@');
    if (at < 1 || !LOCAL.matcher(typed.substring(0, at)).matches()) {
      return Optional.empty();
    }
    try {
      String domain = IDN.toASCII(typed.substring(at + 1)).toLowerCase(Locale.ROOT);
      String address = typed.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain;
      return DOMAIN.matcher(domain).matches() && address.length() <= LONGEST
          ? Optional.of(address)
          : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
