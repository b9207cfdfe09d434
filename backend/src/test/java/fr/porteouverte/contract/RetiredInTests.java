package fr.porteouverte.contract;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * While nothing goes, the tests say of two operations that they do: of one whose pages are kept,
 * too.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class RetiredInTests extends Retirements {
  static final Retirement GOING =
      new Retirement(
          "listThemes", LocalDate.of(2026, 12, 1), LocalDate.of(2027, 6, 1), "listProcedures");

  private static final Retirement KEPT =
      new Retirement("listSlots", GOING.since(), GOING.until(), "listSlotsBySite");

  @Override
  Optional<Retirement> of(String operation) {
    return in(List.of(GOING, KEPT), operation).or(() -> super.of(operation));
  }
}
