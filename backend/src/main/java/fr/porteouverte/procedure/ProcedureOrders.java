package fr.porteouverte.procedure;

import static java.util.Comparator.comparing;

import fr.porteouverte.text.Text;
import java.util.Comparator;
import java.util.Map;

/** In which orders procedures are listed. */
final class ProcedureOrders {
  private static final Comparator<ProcedureView> BY_TITLE =
      comparing(procedure -> Text.fold(procedure.title().fr()));

  static final Map<String, Comparator<ProcedureView>> ALL =
      Map.of(
          "title",
          BY_TITLE,
          "code",
          comparing(ProcedureView::code),
          "partner",
          comparing((ProcedureView procedure) -> Text.fold(procedure.partner().name().fr()))
              .thenComparing(BY_TITLE),
          "theme",
          comparing(ProcedureOrders::theme).thenComparing(BY_TITLE),
          "duration",
          comparing(ProcedureView::durationMinutes).thenComparing(BY_TITLE),
          "checked",
          comparing(ProcedureOrders::checked).thenComparing(BY_TITLE));

  private ProcedureOrders() {}

  /** What nobody compared comes first. */
  private static String checked(ProcedureView procedure) {
    String day = procedure.source().checkedOn();
    return day == null ? "" : day;
  }

  private static String theme(ProcedureView procedure) {
    ThemeRef theme = procedure.theme();
    return theme == null ? "" : Text.fold(theme.name().fr());
  }
}
