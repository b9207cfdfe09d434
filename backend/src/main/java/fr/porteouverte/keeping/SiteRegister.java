package fr.porteouverte.keeping;

import static java.util.Objects.requireNonNull;

import fr.porteouverte.access.Access;
import fr.porteouverte.commune.Commune;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.register.FormWords;
import fr.porteouverte.register.Register;
import fr.porteouverte.register.RegisterAct;
import fr.porteouverte.register.RegisterKind;
import fr.porteouverte.site.Address;
import fr.porteouverte.site.HouseMoves;
import fr.porteouverte.site.Presentation;
import fr.porteouverte.site.RegisterChanged;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.site.Whereabouts;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** How houses are entered, changed and archived. */
@ApplicationScoped
public class SiteRegister extends Register<Site, SiteForm> {
  @Inject Sites sites;
  @Inject Procedures procedures;
  @Inject SiteForms forms;
  @Inject SiteChecks checks;
  @Inject SiteUses uses;
  @Inject SiteLocks locks;
  @Inject HouseMoves moves;
  @Inject Event<RegisterChanged> changed;
  @Inject Access access;

  @Override
  public RegisterKind kind() {
    return RegisterKind.sites;
  }

  @Override
  public Class<SiteForm> shape() {
    return SiteForm.class;
  }

  @Override
  protected Sites rows() {
    return sites;
  }

  @Override
  public Optional<Site> byCode(@Nullable String code) {
    return code == null ? Optional.empty() : sites.byCode(code);
  }

  /** The same lock as who plans in the house: what they read of it does not change under them. */
  @Override
  protected Site toChange(long id) {
    return sites.lock(id).orElseThrow(NotFound::new);
  }

  @Override
  public SiteForm form(Site site) {
    Address address = site.address();
    Presentation shown = site.presentation();
    return new SiteForm(
        site.code(),
        site.name(),
        site.kind(),
        address.street(),
        address.complement(),
        address.postcode(),
        address.commune(),
        address.insee(),
        site.latitude(),
        site.longitude(),
        site.phone(),
        site.email(),
        shown.website(),
        shown.siret(),
        shown.rna(),
        site.comment(),
        site.takesAppointments(),
        site.contactRequired(),
        shown.facilities(),
        shown.accessibilityNote(),
        SiteHours.of(site),
        SiteHours.exceptionalOf(site),
        codes(site),
        site.rooms());
  }

  /**
   * Those that were read already are at hand: a table of all houses asks once for each procedure.
   */
  private List<String> codes(Site site) {
    return procedures
        .getEntityManager()
        .unwrap(Session.class)
        .byMultipleIds(Procedure.class)
        .enableSessionCheck(true)
        .multiLoad(List.copyOf(site.procedures()))
        .stream()
        .map(Procedure::code)
        .sorted()
        .toList();
  }

  @Override
  public void check(FieldReader fields, String at, SiteForm form) {
    Optional<Site> there = byCode(form.code());
    if (there.isEmpty()) {
      FormWords.code(fields, at + "code", form.code());
    }
    checks.check(fields, at, forms.normal(form), there.map(Site::address).orElse(null));
  }

  @Override
  public SiteForm tidy(SiteForm form) {
    return form.tidy();
  }

  @Override
  public boolean namesArchived(SiteForm form) {
    return form.procedures().stream()
        .anyMatch(code -> procedures.byCode(code).map(Procedure::archived).orElse(false));
  }

  @Override
  public Predicate<SiteForm> namingArchived() {
    Set<String> archived =
        procedures.list("archivedAt is not null").stream()
            .map(Procedure::code)
            .collect(Collectors.toSet());
    return form -> form.procedures().stream().anyMatch(archived::contains);
  }

  /** It is for its staff alone until they open it. */
  @Override
  protected Site made(SiteForm form) {
    Site site = new Site(null);
    site.call(form.code());
    site.show(false);
    return site;
  }

  @Override
  protected void write(Site site, SiteForm typed) {
    SiteForm form = forms.normal(typed);
    String insee = requireNonNull(form.insee());
    site.describe(form.name(), requireNonNull(form.kind()), form.appointments(), form.comment());
    site.locate(
        new Address(form.street(), form.complement(), form.postcode(), form.commune(), insee),
        Commune.departmentOf(insee),
        requireNonNull(form.latitude()),
        requireNonNull(form.longitude()));
    site.reachAt(form.phone(), form.email());
    site.requireContact(form.contactRequired());
    site.present(
        Presentation.of(
            form.siret(),
            form.rna(),
            form.website(),
            form.accessibility(),
            form.accessibilityNote()));
    SiteHours.write(site, form);
    if (!site.rooms().equals(form.rooms())) {
      site.nameRooms(form.rooms());
    }
    site.serve(
        form.procedures().stream()
            .map(code -> procedures.byCode(code).orElseThrow().id())
            .toList());
  }

  @Override
  public <V> V create(SiteForm form, Idempotency.Token token, Function<Site, V> view) {
    V made = super.create(forms.normal(form), token, view);
    changed.fire(new RegisterChanged());
    return made;
  }

  @Override
  public <V> V change(long id, @Nullable String ifMatch, SiteForm form, Function<Site, V> view) {
    return super.change(id, ifMatch, forms.normal(form), view);
  }

  @Override
  public void toPut(Stream<Site> houses) {
    locks.take(houses);
  }

  /** By whatever road it comes, who is booked there hears that it moved. */
  @Override
  public boolean put(Site site, SiteForm sent, RegisterAct act) {
    SiteForm typed = sent.tidy();
    if (form(site).equals(typed)) {
      return false;
    }
    locks.take(site);
    // Else its page would say "without appointment" above the button that books one.
    SiteForm form =
        typed.appointments() || !uses.bookable(site) ? typed : typed.takingAppointments();
    Whereabouts before = Whereabouts.of(site);
    boolean wrote = super.put(site, form, act);
    if (wrote) {
      moves.tell(site, before, access.caller().username());
      changed.fire(new RegisterChanged());
    }
    return wrote;
  }

  @Override
  public <V> V archive(
      long id, @Nullable String ifMatch, boolean archived, Function<Site, V> view) {
    V done = super.archive(id, ifMatch, archived, view);
    changed.fire(new RegisterChanged());
    return done;
  }

  /** For what is no field of the form: whether it is live. */
  Site known(long id, @Nullable String ifMatch) {
    return seen(id, ifMatch);
  }

  /** Within the caller's transaction. */
  void show(Site site, boolean live) {
    site.show(live);
    sites.flush();
    note(site, live ? RegisterAct.opened : RegisterAct.hidden);
    changed.fire(new RegisterChanged());
  }

  @Override
  public List<Text> uses(Site site) {
    return uses.of(site);
  }
}
