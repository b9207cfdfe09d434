package fr.porteouverte.planning;

import fr.porteouverte.permanence.Permanence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a manager wishes to do. Its permanences are drafts: nothing of them is stored yet.
 *
 * @param before the permanence as it is; null: a new one
 * @param first what it becomes
 * @param cut null: it stays one permanence
 * @param parts the days that change, and to whom they belong then
 */
record Edit(@Nullable Permanence before, Permanence first, @Nullable Cut cut, List<Part> parts) {
  static final LocalDate EVER = LocalDate.of(9999, 1, 1);

  /**
   * Some local days.
   *
   * @param rowsOf the permanence whose rows there are now; null: none
   * @param to the day after the last one
   */
  record Part(@Nullable Long rowsOf, Permanence wished, LocalDate from, LocalDate to) {}

  /**
   * What is cut off.
   *
   * @param second the part that becomes a permanence of its own
   * @param from the first local day whose rows it gets
   * @param to the day after the last one
   */
  record Cut(Permanence second, LocalDate from, LocalDate to) {}

  static Edit whole(@Nullable Permanence before, Permanence wished, LocalDate today) {
    Long rows = before == null ? null : before.id();
    return new Edit(before, wished, null, List.of(new Part(rows, wished, today, EVER)));
  }
}
