package fr.porteouverte.site;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.http.Caller;
import fr.porteouverte.http.Idempotency;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Transactions;
import fr.porteouverte.problem.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.LocalDateTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Closes a house for some time. For a manager of the house, and admins. */
@Path("/sites/{id}/closures")
@Tag(name = "sites")
@RolesAllowed({Role.MANAGER, Role.ADMIN})
public class ClosureResource {
  @Inject Sites sites;
  @Inject Closures closures;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Caller caller;
  @Inject Event<ClosureChanged> changed;
  @Inject Clock clock;

  @POST
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ClosureView.class)))
  @Operation(
      operationId = "createClosure",
      summary = "Closes the house for some time",
      description =
          "Nobody can book in that time from then on. Everybody who is booked in it and not there yet"
              + " loses the appointment, gets exactly one message with the nearest other slots, or"
              + " stands on the house's call sheet. For a manager of the house, and admins.")
  public ClosureView create(
      @PathParam("id") String siteId,
      @HeaderParam(Idempotency.HEADER) String key,
      @Valid @NotNull ClosureRequest request) {
    long id = Ids.parse(siteId);
    access.requireSite(id);
    var token = idempotency.token("closures:" + id, caller.scope(null), key, request);
    return transactions.call(
        () -> {
          var before = idempotency.before(token);
          if (before.isPresent()) {
            return ClosureView.of(of(id, before.get()));
          }
          Site site = sites.takeTurn(id).orElseThrow(NotFound::new);
          request.check(LocalDateTime.now(clock.withZone(site.zone())));
          Closure closure = new Closure(site, request.from(), request.to(), request.reason());
          closures.persistAndFlush(closure);
          announce(closure);
          idempotency.made(token, Ids.of(closure.id()));
          return ClosureView.of(closure);
        });
  }

  @DELETE
  @Path("/{closureId}")
  @Operation(
      operationId = "deleteClosure",
      summary = "The house is open in that time after all",
      description =
          "The slots of its permanences come back; who was told otherwise is not booked again. For a"
              + " manager of the house, and admins.")
  public void delete(@PathParam("id") String siteId, @PathParam("closureId") String closureId) {
    long id = Ids.parse(siteId);
    access.requireSite(id);
    transactions.run(
        () -> {
          sites.takeTurn(id).orElseThrow(NotFound::new);
          Closure closure = of(id, closureId);
          closures.delete(closure);
          closures.flush();
          announce(closure);
        });
  }

  private Closure of(long siteId, String closureId) {
    return closures
        .findByIdOptional(Ids.parse(closureId))
        .filter(closure -> closure.site().id() == siteId)
        .orElseThrow(NotFound::new);
  }

  private void announce(Closure closure) {
    changed.fire(
        new ClosureChanged(
            closure.site().id(),
            closure.from().toLocalDate(),
            closure.to().toLocalDate().plusDays(1)));
  }
}
