package fr.porteouverte.change;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.porteouverte.access.Scope;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can happen that another system may hear of, and the scope that it needs for it. */
public enum ChangeType {
  BOOKING_CREATED("booking.created", Scope.BOOKINGS_READ),
  BOOKING_MOVED("booking.moved", Scope.BOOKINGS_READ),
  BOOKING_CANCELLED("booking.cancelled", Scope.BOOKINGS_READ),
  /** The person's name, address or number was put right. */
  BOOKING_CORRECTED("booking.corrected", Scope.BOOKINGS_READ),
  BOOKING_ARRIVED("booking.arrived", Scope.BOOKINGS_READ),
  BOOKING_ARRIVAL_UNDONE("booking.arrivalUndone", Scope.BOOKINGS_READ),
  /** Its house has another name or another address. */
  BOOKING_SITE_CHANGED("booking.siteChanged", Scope.BOOKINGS_READ),
  /** What became of a visit was noted. */
  VISIT_RECORDED("visit.recorded", Scope.VISITS_READ),
  VISIT_CORRECTED("visit.corrected", Scope.VISITS_READ),
  /** It was noted by mistake. */
  VISIT_TAKEN_BACK("visit.takenBack", Scope.VISITS_READ),
  /** A presence has one on another day: a new series, a changed one, or time has moved on. */
  SESSION_PLANNED("session.planned", Scope.SLOTS_READ),
  SESSION_CONFIRMED("session.confirmed", Scope.SLOTS_READ),
  SESSION_UNCONFIRMED("session.unconfirmed", Scope.SLOTS_READ),
  SESSION_MOVED("session.moved", Scope.SLOTS_READ),
  /** Also one that the calendar no longer has. */
  SESSION_CANCELLED("session.cancelled", Scope.SLOTS_READ),
  SESSION_REINSTATED("session.reinstated", Scope.SLOTS_READ),
  /** It took place; also one that ended before its time. */
  SESSION_HELD("session.held", Scope.SLOTS_READ),
  /** Its partner did not come. */
  SESSION_ABSENT("session.absent", Scope.SLOTS_READ),
  /** A presence was planned, or its rule changed, or it is gone; each session is told, too. */
  PERMANENCE_CHANGED("permanence.changed", Scope.SLOTS_READ),
  /** A house closes, or no longer closes, on some days. */
  SITE_CLOSURES_CHANGED("site.closuresChanged", Scope.SLOTS_READ),
  /** A number was called; never whose it is. */
  TICKET_CALLED("ticket.called", Scope.QUEUE_READ);

  private final String code;
  private final Scope scope;

  ChangeType(String code, Scope scope) {
    this.code = code;
    this.scope = scope;
  }

  @JsonValue
  public String code() {
    return code;
  }

  public Scope scope() {
    return scope;
  }

  public static Optional<ChangeType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }

  /** Those that these scopes open. */
  public static List<ChangeType> openTo(Collection<Scope> scopes) {
    Set<Scope> some = Set.copyOf(scopes);
    return Arrays.stream(values()).filter(type -> some.contains(type.scope)).toList();
  }
}
