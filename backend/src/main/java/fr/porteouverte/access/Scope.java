package fr.porteouverte.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What another system may do, in the places that it is bound to; named as OAuth's scopes are (RFC
 * 6749, 3.3).
 */
public enum Scope {
  /** Houses, procedures and free times: also what everybody may read. */
  SLOTS_READ("slots:read"),
  /** Appointments and their changes; no name, no address. */
  BOOKINGS_READ("bookings:read"),
  /** Hold, book for somebody, move, cancel, put a name or an address right. */
  BOOKINGS_WRITE("bookings:write"),
  /** What became of visits. */
  VISITS_READ("visits:read"),
  /** Numbers that are called; never whose they are. */
  QUEUE_READ("queue:read"),
  /** Addresses of its own that hear of changes. */
  WEBHOOKS("webhooks");

  private final String code;

  Scope(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  /** With blanks between them, in the order of this list. */
  public static String written(Collection<Scope> some) {
    return Arrays.stream(values())
        .filter(some::contains)
        .map(Scope::code)
        .collect(Collectors.joining(" "));
  }

  /**
   * @param written as {@link #written} does
   */
  public static Set<Scope> read(String written) {
    Set<String> codes = Set.of(written.split(" "));
    EnumSet<Scope> found = EnumSet.noneOf(Scope.class);
    Arrays.stream(values()).filter(scope -> codes.contains(scope.code)).forEach(found::add);
    return found;
  }
}
