package fr.porteouverte.procedure;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import fr.porteouverte.register.ArchivedForm;
import fr.porteouverte.register.RegisterChange;
import fr.porteouverte.register.RegisterPage;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What people come for. */
@Path("/procedures")
@Tag(name = "procedures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProcedureResource {
  @Inject Procedures procedures;
  @Inject ProcedureRegister register;
  @Inject Idempotency idempotency;
  @Inject Client caller;
  @Inject RegisterPage page;
  @Inject SourceAge age;

  @GET
  @PermitAll
  @Search
  @Transactional
  @Operation(
      operationId = "listProcedures",
      summary = "Procedures by French title; with q those that are meant, the likeliest first",
      description =
          "q is what people say, in either language: words of the title come before synonyms, and"
              + " those before the partner's name. Accents, plurals, the order of the words and one"
              + " wrong letter do not matter. site: only what can be had there, by appointment or"
              + " without, as that house does it: its duration, its papers, its note. theme: a"
              + " theme's code. toVerify=true: only those whose papers nobody has compared with the"
              + " official page, or too long ago. sort: title, partner, theme, duration, checked or"
              + " code, a hyphen before it turns it round. Without limit: all of them."
              + " archived=true: those that are archived, for admins.")
  public Page<ProcedureView> list(
      @QueryParam("q") @Size(max = 100) @Nullable String q,
      @QueryParam("site") @Nullable Long site,
      @QueryParam("partner") @Nullable Long partner,
      @QueryParam("theme") @Size(max = 60) @Nullable String theme,
      @QueryParam("toVerify") @DefaultValue("false") boolean toVerify,
      @QueryParam("archived") @DefaultValue("false") boolean archived,
      @QueryParam("sort") @Size(max = 20) @Nullable String sort,
      @QueryParam("limit") @Min(1) @Max(Page.MOST) @Nullable Integer limit,
      @QueryParam("cursor") @Size(max = 100) @Nullable String cursor) {
    page.requireSight(archived);
    List<Procedure> found = site == null ? procedures.byTitle(archived) : procedures.servedAt(site);
    List<Procedure> theirs =
        found.stream()
            .filter(p -> partner == null || p.partner().id() == partner)
            .filter(p -> theme == null || (p.theme() != null && p.theme().code().equals(theme)))
            .filter(p -> !toVerify || age.toVerify(p))
            .toList();
    List<Procedure> meant = q == null ? theirs : ProcedureSearch.find(theirs, q);
    return RegisterPage.of(
        meant.stream().map(p -> site == null ? view(p) : view(p.at(site))),
        ProcedureOrders.ALL,
        sort,
        limit,
        cursor);
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Transactional
  @Operation(
      operationId = "getProcedure",
      summary = "One procedure with its papers, with the ETag that an edit needs",
      description = "site: as that house does it: its duration, its papers, its note.")
  public ProcedureView get(@PathParam("id") long id, @QueryParam("site") @Nullable Long site) {
    Procedure procedure = register.get(id);
    return site == null ? view(procedure) : view(procedure.at(site));
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed(Role.ADMIN)
  @APIResponseSchema(value = ProcedureView.class, responseCode = "201")
  @Operation(
      operationId = "createProcedure",
      summary = "A new procedure",
      description = "The code is the key: sent twice, the second is refused.")
  public ProcedureView create(
      @HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull ProcedureForm form) {
    return register.create(
        form, idempotency.token("procedures", caller.scope(null), key, form), this::view);
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "changeProcedure",
      summary = "Changes a procedure",
      description = "If-Match: the version as it was read. The code stays.")
  public ProcedureView change(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull ProcedureForm form) {
    return register.change(id, ifMatch, form, this::view);
  }

  @PUT
  @Path("/{id}/archived")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "archiveProcedure",
      summary = "Archives a procedure, or brings it back",
      description = "409 conflict names the permanences, counters and appointments that need it.")
  public ProcedureView archive(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull ArchivedForm form) {
    return register.archive(id, ifMatch, form.read(), this::view);
  }

  @GET
  @Path("/{id}/history")
  @RolesAllowed(Role.ADMIN)
  @Transactional
  @Operation(
      operationId = "listProcedureChanges",
      summary = "Who changed a procedure and when, newest first",
      description = "Each with the whole as it was then. At most 100.")
  public Page<RegisterChange> history(@PathParam("id") long id) {
    return Page.whole(register.changes(id));
  }

  /** As the register has it. */
  private ProcedureView view(Procedure procedure) {
    return view(new ProcedureHere(procedure, null));
  }

  private ProcedureView view(ProcedureHere here) {
    return ProcedureView.of(here, age.toVerify(here.procedure()));
  }
}
