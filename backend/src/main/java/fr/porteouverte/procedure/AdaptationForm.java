package fr.porteouverte.procedure;

import fr.porteouverte.register.FormWords;
import fr.porteouverte.register.RegisterForm;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a house does otherwise, as it is entered.
 *
 * @param site the house's code
 * @param procedure the procedure's code
 * @param durationMinutes null: as the register says
 * @param added papers beyond the register's, or asked for otherwise than it does
 * @param removed codes of papers that the house does not ask for
 * @param note null: none
 */
public record AdaptationForm(
    String site,
    String procedure,
    @Nullable Integer durationMinutes,
    List<NeededDocument> added,
    List<String> removed,
    @Nullable String note)
    implements RegisterForm {

  public AdaptationForm {
    site = FormWords.needed(site);
    procedure = FormWords.needed(procedure);
    added = added == null ? List.of() : added;
    removed =
        removed == null
            ? List.of()
            : removed.stream().map(FormWords::plain).filter(Objects::nonNull).distinct().toList();
    note = FormWords.plain(note);
  }

  @Override
  public String code() {
    return site + ProcedureAdaptation.BETWEEN + procedure;
  }

  public static AdaptationForm none(String site, String procedure) {
    return new AdaptationForm(site, procedure, null, List.of(), List.of(), null);
  }

  /** Everything is as the register says. */
  public boolean nothing() {
    return durationMinutes == null && added.isEmpty() && removed.isEmpty() && note == null;
  }
}
