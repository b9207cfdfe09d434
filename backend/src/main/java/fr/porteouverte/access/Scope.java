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
  SLOTS_READ("slots:read", "Houses, procedures and free times"),
  /** Appointments and their changes; no name, no address. */
  BOOKINGS_READ("bookings:read", "Bookings and their changes, without names"),
  /** Hold, book for somebody, move, cancel, put a name or an address right. */
  BOOKINGS_WRITE(
      "bookings:write", "Hold, book for somebody, move, cancel, put a name or an address right"),
  /** What became of visits. */
  VISITS_READ("visits:read", "What became of visits"),
  /** Figures: of its houses and its partners whole, of its departments as an observer sees them. */
  FIGURES_READ(
      "figures:read",
      "Figures: of its houses and its partners whole, of its departments without small numbers"),
  /** Numbers that are called; never whose they are. */
  QUEUE_READ("queue:read", "Numbers that are called, without whose they are"),
  /** Addresses of its own that hear of changes. */
  WEBHOOKS("webhooks", "Addresses of its own that hear of changes");

  private final String code;
  private final String opens;

  Scope(String code, String opens) {
    this.code = code;
    this.opens = opens;
  }

  /** For the contract, in English. */
  public String opens() {
    return opens;
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
