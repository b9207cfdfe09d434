package fr.porteouverte.keeping;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Page;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.procedure.AdaptationForm;
import fr.porteouverte.procedure.AdaptationView;
import fr.porteouverte.procedure.Adaptations;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.ProcedureAdaptation;
import fr.porteouverte.procedure.ProcedureHere;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.procedure.TooShort;
import fr.porteouverte.register.RegisterChange;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.text.Text;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a house does otherwise than the network says of a procedure. */
@Path("/sites/{id}/adaptations")
@Tag(name = "sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.MANAGER, Role.ADMIN})
public class AdaptationResource {
  @Inject AdaptationRegister register;
  @Inject Adaptations adaptations;
  @Inject Procedures procedures;
  @Inject Sites sites;
  @Inject Access access;
  @Inject Permanences permanences;
  @Inject Clock clock;

  @GET
  @Transactional
  @Operation(
      operationId = "listAdaptations",
      summary = "The procedures of a house, as the network says them and as the house does them",
      description = "All that can be had there, and what was adapted once. By French title.")
  public Page<AdaptationView> list(@PathParam("id") long id) {
    access.requireOwn(id);
    Site site = site(id);
    Map<Long, ProcedureAdaptation> own =
        adaptations.of(id).stream()
            .collect(Collectors.toMap(one -> one.procedure().id(), Function.identity()));
    Map<Long, Procedure> all = new TreeMap<>();
    Stream.concat(
            procedures.servedAt(id).stream(),
            own.values().stream().map(ProcedureAdaptation::procedure))
        .filter(Procedure::chosen)
        .forEach(procedure -> all.put(procedure.id(), procedure));
    List<Permanence> bookable = bookable(site);
    List<AdaptationView> rows =
        all.values().stream()
            .sorted(Comparator.comparing(procedure -> Text.fold(procedure.title().fr())))
            .map(procedure -> view(site, procedure, own.get(procedure.id()), bookable))
            .toList();
    return Page.whole(rows);
  }

  @GET
  @Path("/{procedure}")
  @Transactional
  @Operation(
      operationId = "getAdaptation",
      summary = "One procedure at a house, with the ETag that an edit needs")
  public AdaptationView get(@PathParam("id") long id, @PathParam("procedure") long procedure) {
    access.requireOwn(id);
    return view(site(id), register.procedure(procedure));
  }

  @PUT
  @Path("/{procedure}")
  @Operation(
      operationId = "changeAdaptation",
      summary =
          "What a house does otherwise from now on; nothing at all goes back to the network's",
      description =
          "The whole of it. If-Match: the version as it was read, 0 before there was any; 412 says"
              + " who changed what since. Appointments that there are keep their slots; who books"
              + " from now on takes as many slots as the duration needs. What the house leaves"
              + " alone follows the network and the national catalogue. Sent again as it is, the"
              + " house has seen what changed beneath it.")
  public AdaptationView change(
      @PathParam("id") long id,
      @PathParam("procedure") long procedure,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull AdaptationRequest form) {
    access.requireOwn(id);
    return register.adapt(
        id, procedure, ifMatch, form, site -> view(site, register.procedure(procedure)));
  }

  @GET
  @Path("/{procedure}/history")
  @Transactional
  @Operation(
      operationId = "listAdaptationChanges",
      summary = "Who changed what a house adapted and when, newest first",
      description = "Each with the whole as it was then. At most 100.")
  public Page<RegisterChange> history(
      @PathParam("id") long id, @PathParam("procedure") long procedure) {
    access.requireOwn(id);
    site(id);
    return Page.whole(register.history(id, procedure));
  }

  private Site site(long id) {
    return sites.findByIdOptional(id).orElseThrow(NotFound::new);
  }

  private AdaptationView view(Site site, Procedure procedure) {
    ProcedureAdaptation own = adaptations.of(site.id(), procedure).orElse(null);
    return view(site, procedure, own, bookable(site));
  }

  private List<Permanence> bookable(Site site) {
    return permanences.bookableAt(site.id(), LocalDate.ofInstant(clock.instant(), site.zone()));
  }

  private AdaptationView view(
      Site site,
      Procedure procedure,
      @Nullable ProcedureAdaptation own,
      List<Permanence> bookable) {
    AdaptationForm form =
        own == null
            ? AdaptationForm.none(site.code(), procedure.code())
            : adaptations.form(own, site.code());
    return AdaptationView.of(
        procedure,
        own,
        form,
        site.procedures().contains(procedure.id()),
        tooShort(new ProcedureHere(procedure, own), bookable));
  }

  private static List<TooShort> tooShort(ProcedureHere here, List<Permanence> bookable) {
    return bookable.stream()
        .filter(one -> one.serves(here.procedure()))
        .filter(one -> here.slots(one.slotMinutes()) * one.slotMinutes() > one.longestMinutes())
        .map(one -> new TooShort(Ids.of(one.id()), name(one), one.longestMinutes()))
        .toList();
  }

  private static @Nullable Text name(Permanence permanence) {
    Partner partner = permanence.partner();
    return permanence.title() != null || partner == null ? permanence.title() : partner.name();
  }
}
