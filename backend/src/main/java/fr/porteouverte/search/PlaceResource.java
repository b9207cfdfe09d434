package fr.porteouverte.search;

import fr.porteouverte.commune.Gazetteers;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Suggestions while somebody types where they are. */
@Path("/places")
@Tag(name = "places")
public class PlaceResource {
  @Inject Gazetteers gazetteers;

  @GET
  @Search
  @PermitAll
  @Operation(
      operationId = "suggestPlaces",
      summary = "Places that may be meant by what is typed, the likeliest first",
      description =
          "Communes, former communes, departments and houses, by name or postcode in any spelling:"
              + " \"14 100\", \"F-14100\", \"Saint-Denis 93\", \"Paris 12ème\", \"12 rue de Paris,"
              + " 14100 Lisieux\". Accents, case, hyphens, articles, St/Ste and a slip of the finger"
              + " are forgiven.")
  public Page<PlaceView> suggest(
      @QueryParam("q") @NotBlank @Size(max = 100) String q,
      @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(Page.MOST) int limit) {
    return Page.whole(
        gazetteers.find(q, limit).places().stream().map(place -> PlaceView.of(place, q)).toList());
  }
}
