package fr.porteouverte.imports;

import fr.porteouverte.catalogue.RowOutcome;
import fr.porteouverte.imports.change.Plan;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * How many rows became what.
 *
 * @param gone of the register, not of the file: they are not among its rows
 */
@Embeddable
public record ImportCounts(
    @Column(name = "rows_read", nullable = false) int rows,
    @Column(nullable = false) int created,
    @Column(nullable = false) int updated,
    @Column(nullable = false) int kept,
    @Column(name = "left_out", nullable = false) int leftOut,
    @Column(nullable = false) int unchanged,
    @Column(nullable = false) int refused,
    @Column(nullable = false) int gone) {
  static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0, 0);

  static ImportCounts of(Plan plan) {
    int created = plan.count(RowOutcome.created);
    int updated = plan.count(RowOutcome.changed);
    int kept = plan.count(RowOutcome.kept);
    int leftOut = plan.count(RowOutcome.leftOut);
    int refused = plan.findings().refusedRows();
    if (plan.rows() != created + updated + kept + leftOut + plan.unchanged() + refused) {
      throw new IllegalStateException("rows went missing: " + plan.rows() + " were read");
    }
    return new ImportCounts(
        plan.rows(),
        created,
        updated,
        kept,
        leftOut,
        plan.unchanged(),
        refused,
        plan.count(RowOutcome.gone));
  }
}
