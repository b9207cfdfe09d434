package fr.porteouverte.partner;

import fr.porteouverte.access.Role;
import fr.porteouverte.http.Etag;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.text.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who serves people in the houses. */
@Path("/partners")
@Tag(name = "partners")
public class PartnerResource {
  @Inject Partners partners;

  /** A partner as the register shows it. */
  @Schema(name = "Partner")
  public record PartnerView(
      @Schema(required = true) String id,
      @Schema(required = true, description = "As in the ETag") int version,
      @Schema(required = true) String code,
      @Schema(required = true) Text name,
      @Schema(description = "Its own site") @Nullable String url,
      @Schema(
              description =
                  "A site of its own that takes its appointments: an external link, to be marked"
                      + " as one; none of our slots")
          @Nullable String bookingUrl)
      implements Versioned {

    static PartnerView of(Partner partner) {
      return new PartnerView(
          Ids.of(partner.id()),
          partner.version(),
          partner.code(),
          partner.name(),
          partner.url(),
          partner.bookingUrl());
    }
  }

  /** Where a partner takes appointments elsewhere. */
  @Schema(name = "BookingUrlForm")
  public record BookingUrlForm(
      @Schema(
              maxLength = ExternalAddress.LONGEST,
              examples = "https://www.caf.fr/rendez-vous",
              description = "An https address; absent: it takes none elsewhere")
          @Nullable String url) {}

  @GET
  @Search
  @PermitAll
  @Operation(operationId = "listPartners", summary = "All partners, by French name")
  public Page<PartnerView> list() {
    return Page.whole(partners.byName().stream().map(PartnerView::of).toList());
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
    Partner partner = partners.findByIdOptional(id).orElseThrow(NotFound::new);
    Etag.check(ifMatch, partner.version());
    partner.bookAt(ExternalAddress.read("url", form.url()));
    partners.flush();
    return PartnerView.of(partner);
  }
}
