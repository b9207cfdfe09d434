package fr.porteouverte.keeping;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.http.FieldReader;
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
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A house is opened to the public: what is missing, and the act. */
@Path("/sites/{id}")
@Tag(name = "sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SiteOpeningResource {
  @Inject SiteFactsReader facts;
  @Inject SiteOpening opening;
  @Inject SiteUses uses;
  @Inject Sites sites;
  @Inject Access access;

  /** One thing that a house needs. */
  @Schema(name = "SiteStep")
  public record StepView(
      @Schema(required = true) Step step, @Schema(required = true) boolean done) {}

  /** What is done and what is missing. */
  @Schema(name = "SiteChecklist")
  public record ChecklistView(
      @Schema(required = true, description = "The public sees it") boolean live,
      @Schema(required = true) boolean archived,
      @Schema(required = true, description = "In the order in which one does it")
          List<StepView> steps,
      @Schema(required = true, description = "Who needs it, and keeps it from being archived")
          List<Text> neededBy) {}

  /** Whether the public shall see it. */
  @Schema(name = "LiveForm")
  public record LiveForm(@Schema(required = true) @Nullable Boolean live) {}

  @GET
  @Path("/checklist")
  @Transactional
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "getSiteChecklist",
      summary = "What a house needs before the public sees it, and what of it is there")
  public ChecklistView checklist(@PathParam("id") long id) {
    access.requireOwn(id);
    SiteFacts house = facts.of(id);
    return new ChecklistView(
        house.live(),
        house.archived(),
        Arrays.stream(Step.values()).map(step -> new StepView(step, step.doneBy(house))).toList(),
        uses.of(sites.findById(id)));
  }

  @PUT
  @Path("/live")
  @RolesAllowed({Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "openSite",
      summary = "Shows a house to the public, or to its staff alone",
      description = "409 conflict names what is still missing. If-Match: the version of the entry.")
  public SiteEntryView open(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull LiveForm form) {
    access.requireOwn(id);
    FieldReader fields = new FieldReader();
    return opening.show(id, ifMatch, fields.checked(fields.required("live", form.live())));
  }
}
