package fr.porteouverte.search;

import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.Ids;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.search.SitePositions.Distant;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finds a house. */
@Path("/sites")
@Tag(name = "sites")
public class SearchResource {
  private static final Pattern POSITION = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

  private final Near near;
  private final NearestSites nearest;
  private final Procedures procedures;

  SearchResource(Near near, NearestSites nearest, Procedures procedures) {
    this.near = near;
    this.nearest = nearest;
    this.procedures = procedures;
  }

  /**
   * @param where postcode, name of a commune, or "latitude,longitude"
   * @param procedureId only houses where this can be had now
   */
  @GET
  @PermitAll
  @Transactional
  @Operation(
      operationId = "searchSites",
      summary = "The nearest houses; for a procedure, where it can be had and the next free slot",
      description =
          "Distances are as the crow flies. With a procedure, a house that takes people only"
              + " without appointment comes without nextSlot and with walkIn true.")
  public SitePage search(
      @QueryParam("near") @Size(min = 1, max = 100) String where,
      @QueryParam("procedure") String procedureId,
      @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(100) int limit,
      @QueryParam("cursor") @Size(max = 100) String cursor) {
    Procedure procedure =
        procedureId == null
            ? null
            : procedures.findByIdOptional(Ids.parse(procedureId)).orElseThrow(NotFound::new);
    return nearest.find(
        where == null ? null : near.understand(where), procedure, limit, position(cursor));
  }

  private static Distant position(String cursor) {
    String position = Cursor.decode(cursor);
    if (position == null) {
      return null;
    }
    Matcher parts = POSITION.matcher(position);
    if (!parts.matches()) {
      throw Cursor.refused();
    }
    return new Distant(Long.parseLong(parts.group(2)), Integer.parseInt(parts.group(1)));
  }
}
