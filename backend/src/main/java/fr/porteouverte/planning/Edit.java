package fr.porteouverte.planning;

import fr.porteouverte.permanence.Permanence;
import java.time.LocalDate;
import java.util.List;

/**
 * What a manager wishes to do. Its permanences are drafts: nothing of them is stored yet.
 *
 * @param before the permanence as it is; null: a new one
 * @param first what it becomes
 * @param second the part that is cut off as a permanence of its own; null: none
 * @param cut the first local day whose rows the second part gets
 * @param cutEnd the day after the last one
 * @param parts the days that change, and to whom they belong then
 */
record Edit(
    Permanence before,
    Permanence first,
    Permanence second,
    LocalDate cut,
    LocalDate cutEnd,
    List<Part> parts) {
  static final LocalDate EVER = LocalDate.of(9999, 1, 1);

  /**
   * Some local days.
   *
   * @param rowsOf the permanence whose rows there are now; null: none
   * @param to the day after the last one
   */
  record Part(Long rowsOf, Permanence wished, LocalDate from, LocalDate to) {}

  static Edit whole(Permanence before, Permanence wished, LocalDate today) {
    Long rows = before == null ? null : before.id();
    return new Edit(before, wished, null, null, null, List.of(new Part(rows, wished, today, EVER)));
  }
}
