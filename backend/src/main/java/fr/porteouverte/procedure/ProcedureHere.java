package fr.porteouverte.procedure;

import fr.porteouverte.procedure.AdaptedNeed.Need;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A procedure as one house does it: what the house adapted, and else what the register says.
 * Whoever needs a duration or papers for somebody who comes asks this, never the register.
 *
 * @param own null: the house adapted nothing
 */
public record ProcedureHere(Procedure procedure, @Nullable ProcedureAdaptation own) {

  /** Time with the visitor. */
  public Duration duration() {
    Duration adapted = own == null ? null : own.duration();
    return adapted == null ? procedure.duration() : adapted;
  }

  /**
   * How many consecutive slots of this length it takes.
   *
   * @param slotMinutes length of one slot in minutes
   */
  public int slots(int slotMinutes) {
    int minutes = Math.toIntExact(duration().toMinutes());
    return Math.max(1, (minutes + slotMinutes - 1) / slotMinutes);
  }

  /** What the house says of the papers in its own words; null: nothing. */
  public @Nullable String note() {
    return own == null ? null : own.note();
  }

  /** The papers to bring: the register's in its order, then the house's. */
  public List<DocumentNeed> documents() {
    if (own == null || own.documents().isEmpty()) {
      return procedure.documents();
    }
    Map<String, AdaptedNeed> wanted = new LinkedHashMap<>();
    own.documents().forEach(need -> wanted.put(need.document().code(), need));
    List<DocumentNeed> needs = new ArrayList<>();
    for (DocumentNeed need : procedure.documents()) {
      AdaptedNeed otherwise = wanted.remove(need.document().code());
      if (otherwise == null) {
        needs.add(need);
      } else if (!otherwise.removed()) {
        needs.add(need(otherwise));
      }
    }
    wanted.values().stream()
        .filter(need -> !need.removed())
        .map(ProcedureHere::need)
        .forEach(needs::add);
    return needs;
  }

  public List<DocumentView> papers() {
    return documents().stream().map(DocumentView::of).toList();
  }

  private static DocumentNeed need(AdaptedNeed adapted) {
    return new DocumentNeed(adapted.document(), adapted.need() == Need.required);
  }
}
