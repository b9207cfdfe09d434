package fr.porteouverte.partner;

import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Page;
import fr.porteouverte.problem.Text;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who serves people in the houses. */
@Path("/partners")
@Tag(name = "partners")
public class PartnerResource {
  private final Partners partners;

  PartnerResource(Partners partners) {
    this.partners = partners;
  }

  /** A partner as the register shows it. */
  @Schema(name = "Partner")
  public record PartnerView(
      @Schema(required = true) String id,
      @Schema(required = true) String code,
      @Schema(required = true) Text name,
      @Schema(description = "Its own site, when it takes appointments elsewhere") String url) {}

  @GET
  @PermitAll
  @Operation(operationId = "listPartners", summary = "All partners, by French name")
  public Page<PartnerView> list() {
    return Page.whole(
        partners.byName().stream()
            .map(p -> new PartnerView(Ids.of(p.id()), p.code(), p.name(), p.url()))
            .toList());
  }
}
