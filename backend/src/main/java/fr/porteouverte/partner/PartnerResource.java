package fr.porteouverte.partner;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Etag;
import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import fr.porteouverte.outbound.ShownAddress;
import fr.porteouverte.register.ArchivedForm;
import fr.porteouverte.register.RegisterAct;
import fr.porteouverte.register.RegisterChange;
import fr.porteouverte.register.RegisterPage;
import fr.porteouverte.text.Text;
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
import java.util.Comparator;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Who serves people in the houses. */
@Path("/partners")
@Tag(name = "partners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PartnerResource {
  private static final Map<String, Comparator<PartnerView>> ORDERS =
      Map.of(
          "name", Comparator.comparing(partner -> Text.fold(partner.name().fr())),
          "code", Comparator.comparing(PartnerView::code));

  @Inject Partners partners;
  @Inject PartnerRegister register;
  @Inject Idempotency idempotency;
  @Inject Client caller;
  @Inject RegisterPage page;

  /** Where a partner takes appointments elsewhere. */
  @Schema(name = "BookingUrlForm")
  public record BookingUrlForm(
      @Schema(
              maxLength = ShownAddress.LONGEST,
              examples = "https://www.caf.fr/rendez-vous",
              description = "An https address; absent: it takes none elsewhere")
          @Nullable String url) {}

  @GET
  @Search
  @PermitAll
  @Transactional
  @Operation(
      operationId = "listPartners",
      summary = "All partners, by French name",
      description =
          "q: words that begin words of the name or the code. sort: name or code, a hyphen before"
              + " it turns it round. Without limit: all of them. archived=true: those that are"
              + " archived, for admins.")
  public Page<PartnerView> list(
      @QueryParam("q") @Size(max = 100) @Nullable String q,
      @QueryParam("archived") @DefaultValue("false") boolean archived,
      @QueryParam("sort") @Size(max = 20) @Nullable String sort,
      @QueryParam("limit") @Min(1) @Max(Page.MOST) @Nullable Integer limit,
      @QueryParam("cursor") @Size(max = 100) @Nullable String cursor) {
    page.requireSight(archived);
    return RegisterPage.of(
        (archived ? partners.archivedByName() : partners.byName())
            .stream()
                .filter(one -> q == null || RegisterPage.mentions(one.name(), one.code(), q))
                .map(PartnerView::of),
        ORDERS,
        sort,
        limit,
        cursor);
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Transactional
  @Operation(operationId = "getPartner", summary = "One partner, with the ETag that an edit needs")
  public PartnerView get(@PathParam("id") long id) {
    return PartnerView.of(register.get(id));
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed(Role.ADMIN)
  @APIResponseSchema(value = PartnerView.class, responseCode = "201")
  @Operation(
      operationId = "createPartner",
      summary = "A new partner",
      description = "The code is the key: sent twice, the second is refused.")
  public PartnerView create(
      @HeaderParam(Idempotency.HEADER) @Nullable String key, @NotNull PartnerForm form) {
    return register.create(
        form, idempotency.token("partners", caller.scope(null), key, form), PartnerView::of);
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "changePartner",
      summary = "Changes a partner",
      description = "If-Match: the version as it was read. The code stays.")
  public PartnerView change(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull PartnerForm form) {
    return register.change(id, ifMatch, form, PartnerView::of);
  }

  @PUT
  @Path("/{id}/archived")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "archivePartner",
      summary = "Archives a partner, or brings it back",
      description = "409 conflict names the procedures, permanences and agents that need it.")
  public PartnerView archive(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull ArchivedForm form) {
    return register.archive(id, ifMatch, form.read(), PartnerView::of);
  }

  @GET
  @Path("/{id}/history")
  @RolesAllowed(Role.ADMIN)
  @Transactional
  @Operation(
      operationId = "listPartnerChanges",
      summary = "Who changed a partner and when, newest first",
      description = "Each with the whole as it was then. At most 100.")
  public Page<RegisterChange> history(@PathParam("id") long id) {
    return Page.whole(register.changes(id));
  }

  @PUT
  @Path("/{id}/booking-url")
  @RolesAllowed(Role.ADMIN)
  @Transactional
  @Operation(
      operationId = "setPartnerBookingUrl",
      summary = "Where a partner takes appointments on a site of its own",
      description = "Shown as an external link. Admins only. If-Match: the version as it was read.")
  public PartnerView bookAt(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull BookingUrlForm form) {
    Partner partner = register.get(id);
    Etag.check(ifMatch, partner.version());
    String address = ShownAddress.read("url", form.url());
    register.put(
        partner,
        new PartnerForm(partner.code(), partner.name(), partner.url(), address),
        RegisterAct.changed);
    return PartnerView.of(partner);
  }
}
