package fr.porteouverte.keeping;

import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.procedure.AdaptationForm;
import fr.porteouverte.procedure.Adaptations;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.ProcedureAdaptation;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.register.Register;
import fr.porteouverte.register.RegisterAct;
import fr.porteouverte.register.RegisterChange;
import fr.porteouverte.register.RegisterKind;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What houses adapt of procedures. Appointments that there are keep their slots; who books from now
 * on takes as many as the house's own duration needs, of whatever length the permanence cut them.
 */
@ApplicationScoped
public class AdaptationRegister extends Register<ProcedureAdaptation, AdaptationForm> {
  @Inject Adaptations adaptations;
  @Inject Sites sites;
  @Inject Procedures procedures;
  @Inject Transactions transactions;

  @Override
  public RegisterKind kind() {
    return RegisterKind.adaptations;
  }

  @Override
  public Class<AdaptationForm> shape() {
    return AdaptationForm.class;
  }

  @Override
  protected Adaptations rows() {
    return adaptations;
  }

  @Override
  public Optional<ProcedureAdaptation> byCode(@Nullable String code) {
    int between = code == null ? -1 : code.lastIndexOf(ProcedureAdaptation.BETWEEN);
    if (code == null || between < 0) {
      return Optional.empty();
    }
    Optional<Procedure> procedure = procedures.byCode(code.substring(between + 1));
    return sites
        .byCode(code.substring(0, between))
        .flatMap(site -> procedure.flatMap(what -> adaptations.of(site.id(), what)));
  }

  @Override
  public AdaptationForm form(ProcedureAdaptation adaptation) {
    String code = adaptation.code();
    return adaptations.form(
        adaptation, code.substring(0, code.lastIndexOf(ProcedureAdaptation.BETWEEN)));
  }

  @Override
  public void check(FieldReader fields, String at, AdaptationForm form) {
    Optional<Site> site = sites.byCode(form.site());
    if (site.isEmpty() || site.get().archived()) {
      fields.wrong(at + "site", "Cette maison n’existe pas.", "There is no such house.");
    }
    Optional<Procedure> procedure = procedures.byCode(form.procedure()).filter(Procedure::chosen);
    if (procedure.isEmpty()) {
      fields.wrong(at + "procedure", "Cette démarche n’existe pas.", "There is no such procedure.");
    }
    adaptations.check(fields, at, form);
  }

  @Override
  public boolean namesArchived(AdaptationForm form) {
    return sites.byCode(form.site()).map(Site::archived).orElse(false)
        || procedures.byCode(form.procedure()).map(Procedure::archived).orElse(false)
        || adaptations.namesArchived(form);
  }

  @Override
  protected ProcedureAdaptation made(AdaptationForm form) {
    Site site = sites.byCode(form.site()).orElseThrow();
    return new ProcedureAdaptation(
        site.id(), site.code(), procedures.byCode(form.procedure()).orElseThrow());
  }

  @Override
  protected void write(ProcedureAdaptation adaptation, AdaptationForm form) {
    adaptations.write(adaptation, form);
  }

  /** Nobody needs it: without it the register counts. */
  @Override
  public List<Text> uses(ProcedureAdaptation adaptation) {
    return List.of();
  }

  /** Within the caller's transaction. */
  Procedure procedure(long id) {
    return procedures.findByIdOptional(id).filter(Procedure::chosen).orElseThrow(NotFound::new);
  }

  /**
   * What the house does otherwise from now on; that it has looked at the register's, too.
   *
   * @param said names neither house nor procedure
   */
  <V> V adapt(
      long siteId,
      long procedureId,
      @Nullable String ifMatch,
      AdaptationRequest said,
      Function<Site, V> view) {
    return transactions.call(
        () -> {
          Site site = sites.lock(siteId).orElseThrow(NotFound::new);
          Procedure procedure = procedure(procedureId);
          AdaptationForm form = said.of(site.code(), procedure.code());
          ProcedureAdaptation there = adaptations.of(siteId, procedure).orElse(null);
          if (there == null) {
            Etag.check(ifMatch, 0);
          } else {
            seen(there.id(), ifMatch);
          }
          FieldReader fields = new FieldReader();
          check(fields, "", form);
          fields.check();
          if (there != null) {
            put(there, form, RegisterAct.changed);
            adaptations.look(there);
          } else if (!form.nothing()) {
            add(form, RegisterAct.created);
          }
          return view.apply(site);
        });
  }

  List<RegisterChange> history(long siteId, long procedureId) {
    return adaptations
        .of(siteId, procedure(procedureId))
        .map(adaptation -> changes(adaptation.id()))
        .orElse(List.of());
  }
}
