package fr.porteouverte.commune;

import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Suggestions while somebody types where they are. */
@Path("/communes")
@Tag(name = "places")
public class CommuneResource {
  @Inject Communes communes;

  /** A commune as a suggestion. */
  @Schema(name = "Commune")
  public record CommuneView(
      @Schema(required = true, examples = "14460") String insee,
      @Schema(required = true, examples = "Moyaux") String name,
      @Schema(required = true) List<String> postcodes,
      @Schema(required = true, examples = "14") String department,
      @Schema(required = true) double latitude,
      @Schema(required = true) double longitude) {

    static CommuneView of(Commune commune) {
      return new CommuneView(
          commune.insee(),
          commune.name(),
          commune.postcodes(),
          commune.department(),
          commune.point().latitude(),
          commune.point().longitude());
    }
  }

  @GET
  @Search
  @PermitAll
  @Operation(
      operationId = "suggestCommunes",
      summary = "Communes that may be meant by what is typed, the likeliest first",
      description =
          "As /places understands it, communes alone; a former name gives the commune that holds it.")
  public Page<CommuneView> suggest(
      @QueryParam("q") @NotBlank @Size(max = 100) String q,
      @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(Page.MOST) int limit) {
    return Page.whole(communes.suggest(q, limit).stream().map(CommuneView::of).toList());
  }
}
