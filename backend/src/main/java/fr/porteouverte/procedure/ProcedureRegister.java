package fr.porteouverte.procedure;

import static java.util.Objects.requireNonNull;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.register.Register;
import fr.porteouverte.register.RegisterKind;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How procedures are entered, changed and archived. */
@ApplicationScoped
public class ProcedureRegister extends Register<Procedure, ProcedureForm> {
  @Inject Procedures procedures;
  @Inject Partners partners;
  @Inject ThemeRegister themes;
  @Inject DocumentRegister documents;
  @Inject ProcedureChecks checks;
  @Inject ProcedureUses uses;

  @Override
  public RegisterKind kind() {
    return RegisterKind.procedures;
  }

  @Override
  public Class<ProcedureForm> shape() {
    return ProcedureForm.class;
  }

  @Override
  protected Procedures rows() {
    return procedures;
  }

  /** Without what was made for workshops, and without the reception: nobody keeps these. */
  @Override
  public List<Procedure> all() {
    return procedures.kept();
  }

  @Override
  public ProcedureForm form(Procedure procedure) {
    Theme theme = procedure.theme();
    LocalDate checked = procedure.checkedOn();
    return new ProcedureForm(
        procedure.code(),
        procedure.title(),
        procedure.partner().code(),
        theme == null ? null : theme.code(),
        Math.toIntExact(procedure.duration().toMinutes()),
        procedure.channel(),
        procedure.synonyms(),
        procedure.documents().stream()
            .map(need -> new NeededDocument(need.document().code(), need.required()))
            .toList(),
        procedure.referred(),
        procedure.sourceUrl(),
        checked == null ? null : checked.toString());
  }

  @Override
  public void check(FieldReader fields, String at, ProcedureForm form) {
    checks.check(fields, at, form);
  }

  @Override
  public ProcedureForm tidy(ProcedureForm form) {
    return form.tidy();
  }

  @Override
  protected Procedure made(ProcedureForm form) {
    return new Procedure(form.code(), partner(form));
  }

  @Override
  protected void write(Procedure procedure, ProcedureForm form) {
    List<DocumentNeed> needs =
        form.documents().stream()
            .map(
                need ->
                    new DocumentNeed(
                        documents.byCode(need.document()).orElseThrow(), need.required()))
            .toList();
    procedure.describe(
        form.title(),
        Duration.ofMinutes(requireNonNull(form.durationMinutes())),
        requireNonNull(form.channel()),
        needs);
    procedure.belongTo(partner(form));
    procedure.sort(themes.byCode(form.theme()).orElse(null), form.referred());
    procedure.alsoCalled(form.synonyms());
    procedure.readOn(form.sourceUrl(), day(form.checkedOn()));
  }

  @Override
  public boolean namesArchived(ProcedureForm form) {
    return Stream.of(
            partners.byCode(form.partner()).map(Partner::archived),
            themes.byCode(form.theme()).map(Theme::archived),
            form.documents().stream()
                .flatMap(need -> documents.byCode(need.document()).stream())
                .map(Document::archived)
                .filter(archived -> archived)
                .findFirst())
        .anyMatch(archived -> archived.orElse(false));
  }

  private Partner partner(ProcedureForm form) {
    return partners.byCode(form.partner()).orElseThrow();
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  @Override
  public List<Text> uses(Procedure procedure) {
    return uses.of(procedure);
  }
}
