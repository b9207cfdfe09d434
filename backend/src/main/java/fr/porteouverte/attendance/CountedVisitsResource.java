package fr.porteouverte.attendance;

import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import fr.porteouverte.http.Ids;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Telephone calls and quick questions, counted. For staff of the house; others hear 404. */
@Path("/sites/{id}/counted-visits")
@Tag(name = "attendance")
@RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
public class CountedVisitsResource {
  @Inject CountedVisits visits;
  @Inject Idempotency idempotency;
  @Inject Client caller;

  /** A visit without a number and an appointment: a telephone call, a quick question. */
  @Schema(name = "CountRequest")
  public record CountRequest(
      @NotNull @Schema(required = true) VisitChannel channel,
      @Size(max = Ids.LONGEST) @Schema(description = "What it was about. Absent: nobody said")
          @Nullable String procedureId,
      @Size(max = Ids.LONGEST)
          @Schema(
              description = "Whose matter it was. Absent: the procedure's partner, or nobody said")
          @Nullable String partnerId) {

    Mark mark() {
      return new Mark(
          Outcome.attended,
          null,
          null,
          null,
          null,
          procedureId == null ? List.of() : List.of(procedureId),
          partnerId,
          channel,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CountedVisitView.class)))
  @Operation(
      operationId = "countVisit",
      summary = "Counts a visit without a number: a telephone call, a quick question",
      description =
          "Only the channel is needed. It is a visit of now; more may be said of it later, or it"
              + " is taken back, at its attendance.")
  public CountedVisitView count(
      @PathParam("id") long id,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @Valid @NotNull CountRequest request) {
    return visits.count(
        id, request, idempotency.token("count", caller.scope(null), key, List.of(id, request)));
  }

  @GET
  @Operation(
      operationId = "listCountedVisits",
      summary = "How many were counted today, by channel",
      description = "The house's own day. What was taken back is not counted.")
  public CountedVisitView.Today today(@PathParam("id") long id) {
    return visits.today(id);
  }
}
