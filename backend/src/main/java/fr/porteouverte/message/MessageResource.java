package fr.porteouverte.message;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.booking.Correspondence;
import fr.porteouverte.booking.Correspondence.Letter;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Client;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.outbox.OutboxMessage;
import fr.porteouverte.problem.NotFound;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** One message, for managers of its house; others do not find it. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/messages/{id}")
@Tag(name = "messages")
public class MessageResource {
  @Inject Correspondence correspondence;
  @Inject Outbox outbox;
  @Inject Resending resending;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Client caller;
  @Inject Clock clock;

  @POST
  @Path("/resend")
  @ResponseStatus(201)
  @RolesAllowed({Role.MANAGER, Role.ADMIN})
  @APIResponseSchema(value = MessageView.class, responseCode = "201")
  @Operation(
      operationId = "resendMessage",
      summary = "Sends a message once more",
      description =
          "With the words of today, at once. 409 not-resendable while it waits, when it is no"
              + " longer true, or after several times. For a manager of the house.")
  public MessageView resend(
      @PathParam("id") long messageId, @HeaderParam(Idempotency.HEADER) @Nullable String key) {
    var token =
        idempotency.token("resend:" + messageId, caller.scope(null), key, Map.of("id", messageId));
    return transactions.call(
        () -> {
          var before = idempotency.before(token);
          OutboxMessage message = outbox.findByIdOptional(messageId).orElseThrow(NotFound::new);
          if (message.siteId() == null || message.bookingId() == null) {
            throw new NotFound();
          }
          access.requireOwn(message.siteId());
          Letter letter = correspondence.letter(message.bookingId()).orElseThrow(NotFound::new);
          if (before.isPresent()) {
            return MessageView.of(
                outbox.findById(Long.valueOf(before.get())), letter, clock.instant());
          }
          OutboxMessage again = resending.again(message, letter);
          idempotency.made(token, Long.toString(again.id()));
          return MessageView.of(again, letter, clock.instant());
        });
  }
}
