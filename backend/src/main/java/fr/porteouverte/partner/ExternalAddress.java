package fr.porteouverte.partner;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.problem.InvalidRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The address of somebody else's site, to which people will be sent: https, with a host. */
public final class ExternalAddress {
  public static final int LONGEST = 500;

  private ExternalAddress() {}

  /** For a form with several fields: says what is wrong, and goes on. */
  public static void check(FieldReader fields, String field, @Nullable String value) {
    try {
      read(field, value);
    } catch (InvalidRequest wrong) {
      wrong.errors().forEach(fields::wrong);
    }
  }

  /**
   * @return null for none
   * @throws InvalidRequest for anything that is no such address
   */
  static @Nullable String read(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      URI address = new URI(value.strip());
      if (value.length() <= LONGEST
          && "https".equalsIgnoreCase(address.getScheme())
          && address.getHost() != null
          && address.getUserInfo() == null) {
        return address.toString();
      }
    } catch (URISyntaxException unreadable) {
      // Said below.
    }
    throw InvalidRequest.of(
        field,
        "Une adresse comme https://www.exemple.fr/rendez-vous est attendue.",
        "An address such as https://www.example.org/appointments is expected.");
  }
}
