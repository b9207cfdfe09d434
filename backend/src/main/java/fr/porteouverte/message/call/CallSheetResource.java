package fr.porteouverte.message.call;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whom a house calls on a day. For its staff; another house is not found. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/sites/{id}/call-sheet")
@Tag(name = "messages")
public class CallSheetResource {
  @Inject CallSheet sheet;
  @Inject Sites sites;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /**
   * The calls of a day.
   *
   * @param date local, of the house
   */
  @Schema(name = "CallSheet")
  public record Sheet(
      @Schema(required = true) LocalDate date, @Schema(required = true) List<CallView> items) {}

  @GET
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "getCallSheet",
      summary = "Whom to call on a day",
      description =
          "Calls that are due by that day and open, changes first, and those settled on it. `date`"
              + " is local to the house, by default today.")
  public Sheet get(@PathParam("id") long siteId, @QueryParam("date") @Nullable String date) {
    access.requireOwn(siteId);
    return transactions.call(
        () -> {
          Site site = sites.findByIdOptional(siteId).orElseThrow(NotFound::new);
          FieldReader reader = new FieldReader();
          LocalDate today = LocalDate.ofInstant(clock.instant(), site.zone());
          LocalDate day = reader.date("date", date, today);
          reader.check();
          return new Sheet(day, sheet.of(site, day));
        });
  }
}
