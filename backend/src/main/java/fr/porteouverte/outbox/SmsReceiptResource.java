package fr.porteouverte.outbox;

import fr.porteouverte.access.OwnToken;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.secret.Secrets;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What the SMS gateway says afterwards. It shows its own token; without one nobody is heard. */
@Path("/sms-receipts")
@Tag(name = "messages")
@Consumes(MediaType.APPLICATION_JSON)
public class SmsReceiptResource {
  private final TransportSettings.Sms settings;
  private final Outbox outbox;
  private final Fates fates;
  private final Transactions transactions;

  SmsReceiptResource(
      TransportSettings settings, Outbox outbox, Fates fates, Transactions transactions) {
    this.settings = settings.sms();
    this.outbox = outbox;
    this.fates = fates;
    this.transactions = transactions;
  }

  /** What became of a text message at its phone. */
  public enum Receipt {
    delivered,
    undelivered
  }

  /**
   * One receipt.
   *
   * @param reference ours, from the request that sent it
   * @param id the gateway's, if it names one
   */
  @Schema(name = "SmsReceipt")
  public record SmsReceipt(
      @Schema(description = "Ours, as it was sent") UUID reference,
      @Schema(description = "The gateway's own, as it was answered") @Size(max = 120)
          @Nullable String id,
      @NotNull @Schema(required = true) Receipt status) {}

  @POST
  @PermitAll
  @OwnToken
  @Operation(
      operationId = "receiveSmsReceipt",
      summary = "For the SMS gateway: what became of a text message",
      description =
          "Wants the receipt token of this installation as bearer. Names the message by our"
              + " reference or the gateway's id. Safe to repeat; one of an unknown message changes"
              + " nothing.")
  @ResponseStatus(204)
  @APIResponse(responseCode = "204", description = "Noted")
  public void receive(
      @HeaderParam("Authorization") @Nullable String authorization,
      @Valid @NotNull SmsReceipt receipt) {
    requireToken(authorization);
    transactions.run(
        () ->
            outbox
                .find(
                    "channel = ?1 and (uid = ?2 or providerId = ?3)",
                    MessageChannel.sms,
                    receipt.reference(),
                    receipt.id())
                .firstResultOptional()
                .flatMap(found -> outbox.locked(found.id()))
                .ifPresent(message -> note(message, receipt.status())));
  }

  private void note(OutboxMessage message, Receipt receipt) {
    if (receipt == Receipt.delivered) {
      fates.delivered(message);
    } else {
      fates.givenBack(message, "undelivered");
    }
  }

  private void requireToken(@Nullable String authorization) {
    boolean known =
        settings
            .receiptToken()
            .filter(token -> Secrets.same("Bearer " + token, authorization))
            .isPresent();
    if (!known) {
      throw new UnauthorizedException();
    }
  }
}
