package fr.porteouverte.booking.hold;

import fr.porteouverte.booking.proof.Takers;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.http.Client;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Holds: public, since whoever types needs no account. */
@Path("/holds")
@Tag(name = "holds")
@PermitAll
public class HoldResource {
  @Inject HoldService service;
  @Inject Idempotency idempotency;
  @Inject Client caller;
  @Inject Takers takers;

  @POST
  @ResponseStatus(201)
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = HoldView.class)))
  @Operation(
      operationId = "createHold",
      summary = "Keep a slot while somebody types",
      description =
          "For as many minutes as holdMinutes of /configuration says. 409 slot-taken or slot-closed"
              + " come with the nearest alternatives; 429 too-many-holds when this browser holds"
              + " too many already. 429 proof-needed: too much is held from this address, or of"
              + " this house, by people without a login; the same goes again with the solved"
              + " challenge as `Proof`. 429 call-the-house: no proof helps any more.")
  public HoldView create(
      @HeaderParam("Browser-Id") @Nullable UUID browser,
      @HeaderParam(Idempotency.HEADER) @Nullable String key,
      @HeaderParam(Takers.HEADER) @Nullable String proof,
      @Valid @NotNull HoldRequest request) {
    return service.hold(
        request,
        caller.browser(browser),
        takers.of(proof),
        idempotency.token("holds", caller.scope(browser), key, request));
  }

  @POST
  @Path("/{id}/extension")
  @Operation(
      operationId = "extendHold",
      summary = "Keep the slot once more as long, from now on",
      description =
          "409 hold-already-extended the second time; 409 hold-used once a booking came of it.")
  public HoldView extend(UUID id) {
    return service.extend(id);
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "releaseHold",
      summary = "Give the slot back",
      description = "204 whether the hold existed or not.")
  public void release(UUID id) {
    service.release(id);
  }
}
