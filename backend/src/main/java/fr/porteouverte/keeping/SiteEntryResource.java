package fr.porteouverte.keeping;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.http.Page;
import fr.porteouverte.register.ArchivedForm;
import fr.porteouverte.register.RegisterChange;
import fr.porteouverte.site.Site;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A house as its manager and the network keep it. */
@Path("/sites/{id}/entry")
@Tag(name = "sites")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.MANAGER, Role.ADMIN})
public class SiteEntryResource {
  @Inject SiteRegister register;
  @Inject Unfitting unfitting;
  @Inject Access access;

  @GET
  @Transactional
  @Operation(
      operationId = "getSiteEntry",
      summary = "All that is kept of a house, with the ETag that an edit needs")
  public SiteEntryView get(@PathParam("id") long id) {
    access.requireOwn(id);
    return view(register.get(id));
  }

  @PUT
  @Operation(
      operationId = "changeSite",
      summary = "Changes a house",
      description =
          "The whole of it. If-Match: the version as it was read; 412 says who changed what since."
              + " Who is booked there is told of another name or address, and their calendar entry"
              + " moves.")
  public SiteEntryView change(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull SiteForm form) {
    access.requireOwn(id);
    return register.change(id, ifMatch, form, this::view);
  }

  @POST
  @Path("/hours-preview")
  @Transactional
  @Operation(
      operationId = "previewHours",
      summary =
          "Which coming permanences these hours would no longer cover, and who is booked there",
      description =
          "Nothing is changed. What the hours of now do not cover either is left out. Without any"
              + " hours of the week nothing is outside of them.")
  public Page<Unfitting.SessionView> unfitting(
      @PathParam("id") long id, @NotNull HoursRequest hours) {
    access.requireOwn(id);
    hours.check();
    return Page.whole(unfitting.under(register.get(id), hours));
  }

  @GET
  @Path("/history")
  @Transactional
  @Operation(
      operationId = "listSiteChanges",
      summary = "Who changed a house and when, newest first",
      description = "Each with the whole as it was then. At most 100.")
  public Page<RegisterChange> history(@PathParam("id") long id) {
    access.requireOwn(id);
    return Page.whole(register.changes(id));
  }

  @PUT
  @Path("/archived")
  @RolesAllowed(Role.ADMIN)
  @Operation(
      operationId = "archiveSite",
      summary = "Archives a house, or brings it back",
      description =
          "409 conflict names who needs it: permanences, appointments, agents, kiosks, open"
              + " counters, people who wait, published events.")
  public SiteEntryView archive(
      @PathParam("id") long id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull ArchivedForm form) {
    return register.archive(id, ifMatch, form.read(), this::view);
  }

  private SiteEntryView view(Site site) {
    return SiteEntryView.of(site, register.form(site));
  }
}
