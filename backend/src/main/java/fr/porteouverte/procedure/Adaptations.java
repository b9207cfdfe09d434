package fr.porteouverte.procedure;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.procedure.AdaptedNeed.Need;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What houses adapted: read, checked and written; whose house it is, others say. */
@ApplicationScoped
public class Adaptations implements PanacheRepository<ProcedureAdaptation> {
  private static final int LONGEST_NOTE = 500;

  @Inject ProcedureChecks checks;
  @Inject DocumentRegister documents;

  public Optional<ProcedureAdaptation> of(long siteId, Procedure procedure) {
    return find("siteId = ?1 and procedure = ?2", siteId, procedure).firstResultOptional();
  }

  /** All that a house made, also what is as the register again. */
  public List<ProcedureAdaptation> of(long siteId) {
    return list("from ProcedureAdaptation a join fetch a.procedure where a.siteId = ?1", siteId);
  }

  public void check(FieldReader fields, String at, AdaptationForm form) {
    Integer minutes = form.durationMinutes();
    if (minutes != null) {
      ProcedureChecks.duration(fields, at + "durationMinutes", minutes);
    }
    checks.documents(fields, at + "added", form.added());
    List<String> added = form.added().stream().map(NeededDocument::document).toList();
    for (int i = 0; i < form.removed().size(); i++) {
      String code = form.removed().get(i);
      String field = at + "removed[" + i + "]";
      if (documents.byCode(code).isEmpty()) {
        fields.wrong(field, "« " + code + " » n’existe pas.", "There is no \"" + code + "\".");
      } else if (added.contains(code)) {
        fields.wrong(
            field, "Ce papier est demandé aussi.", "This paper is asked for at the same time.");
      }
    }
    if (form.note() != null && form.note().length() > LONGEST_NOTE) {
      fields.wrong(
          at + "note",
          "Au plus " + LONGEST_NOTE + " caractères.",
          "At most " + LONGEST_NOTE + " characters.");
    }
  }

  /**
   * @param siteCode of the adaptation's house
   */
  public AdaptationForm form(ProcedureAdaptation adaptation, String siteCode) {
    return new AdaptationForm(
        siteCode,
        adaptation.procedure().code(),
        adaptation.duration() == null ? null : Math.toIntExact(adaptation.duration().toMinutes()),
        adaptation.documents().stream()
            .filter(need -> !need.removed())
            .map(need -> new NeededDocument(need.document().code(), need.need() == Need.required))
            .toList(),
        adaptation.documents().stream()
            .filter(AdaptedNeed::removed)
            .map(need -> need.document().code())
            .toList(),
        adaptation.note());
  }

  /** Writes a form that was checked; from now on the register is as the house saw it. */
  public void write(ProcedureAdaptation adaptation, AdaptationForm form) {
    List<AdaptedNeed> needs = new ArrayList<>();
    form.added()
        .forEach(
            need ->
                needs.add(
                    new AdaptedNeed(
                        documents.byCode(need.document()).orElseThrow(),
                        need.required() ? Need.required : Need.ifApplies)));
    form.removed()
        .forEach(
            code -> needs.add(new AdaptedNeed(documents.byCode(code).orElseThrow(), Need.removed)));
    adaptation.adapt(form.durationMinutes(), needs, form.note());
  }

  /** The house saw what the register says now, whether or not it changed anything of its own. */
  public void look(ProcedureAdaptation adaptation) {
    adaptation.look();
    flush();
  }

  public boolean namesArchived(AdaptationForm form) {
    return Stream.concat(
            form.added().stream().map(NeededDocument::document), form.removed().stream())
        .flatMap(code -> documents.byCode(code).stream())
        .anyMatch(Document::archived);
  }
}
