package fr.porteouverte.slot;

import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** The new capacity is less than the places taken in some slots; they are named (ten at most). */
final class CapacityBelowTaken extends ProblemException {
  private static final int NAMED = 10;

  private final transient List<FieldError> errors;

  CapacityBelowTaken(List<SlotRow> slots, ZoneId zone) {
    super(
        ProblemType.CAPACITY_BELOW_TAKEN,
        "Des rendez-vous occupent déjà plus de places dans " + slots.size() + " créneau(x).",
        "Bookings already take more places in " + slots.size() + " slot(s).");
    errors =
        slots.stream()
            .limit(NAMED)
            .map(
                slot -> {
                  LocalDateTime start = slot.start().atZone(zone).toLocalDateTime();
                  String day = start.toLocalDate().toString();
                  String time = start.toLocalTime().toString();
                  return FieldError.of(
                      "capacity",
                      day
                          + " à "
                          + time
                          + " : "
                          + slot.taken()
                          + " places prises (créneau "
                          + slot.id()
                          + ").",
                      day
                          + " at "
                          + time
                          + ": "
                          + slot.taken()
                          + " places taken (slot "
                          + slot.id()
                          + ").");
                })
            .toList();
  }

  @Override
  public List<FieldError> errors() {
    return errors;
  }
}
