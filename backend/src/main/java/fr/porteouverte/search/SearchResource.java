package fr.porteouverte.search;

import fr.porteouverte.http.Cursor;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Page;
import fr.porteouverte.http.Search;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.search.SitePositions.Distant;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finds a house. */
@Path("/sites")
@Tag(name = "sites")
public class SearchResource {
  private static final Pattern POSITION = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

  private static final String NEAREST = "distance";
  private static final String SOONEST = "soonest";

  @Inject Near near;
  @Inject NearestSites nearest;
  @Inject SoonestSites soonest;
  @Inject Procedures procedures;

  /**
   * @param where postcode, address, commune or department in any spelling, or "latitude,longitude"
   * @param procedureId only houses where this can be had now
   * @param sort {@value #NEAREST} or {@value #SOONEST}
   */
  @GET
  @Search
  @PermitAll
  @Transactional
  @Operation(
      operationId = "searchSites",
      summary = "The nearest houses; for a procedure, where it can be had and the next free slot",
      description =
          "Distances are as the crow flies. With a procedure, a house that takes people only"
              + " without appointment comes without nextSlot and with walkIn true. sort=soonest"
              + " orders by usefulAt and two hours for each kilometre, on one page; it needs a"
              + " place and a procedure.")
  public SitePage search(
      @QueryParam("near") @Size(min = 1, max = 100) @Nullable String where,
      @QueryParam("procedure") @Nullable Long procedureId,
      @QueryParam("sort")
          @Parameter(
              description = "distance by default",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {NEAREST, SOONEST}))
          @Nullable String sort,
      @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(Page.MOST) int limit,
      @QueryParam("cursor") @Size(max = 100) @Nullable String cursor) {
    Procedure procedure =
        procedureId == null
            ? null
            : procedures.findByIdOptional(procedureId).orElseThrow(NotFound::new);
    if (sort != null && !sort.equals(NEAREST)) {
      return soonest(sort, where, procedure, cursor, limit);
    }
    return nearest.find(
        where == null ? null : near.understand(where), procedure, limit, position(cursor));
  }

  private SitePage soonest(
      String sort,
      @Nullable String where,
      @Nullable Procedure procedure,
      @Nullable String cursor,
      int limit) {
    FieldReader query = new FieldReader();
    if (!sort.equals(SOONEST)) {
      query.wrong("sort", "distance ou soonest.", "distance or soonest.");
    }
    query.required("near", where);
    query.required("procedure", procedure == null ? null : "given");
    if (cursor != null) {
      query.wrong("cursor", "Il n’y a qu’une page.", "There is one page only.");
    }
    return soonest.find(near.understand(query.checked(where)), query.checked(procedure), limit);
  }

  private static @Nullable Distant position(@Nullable String cursor) {
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
