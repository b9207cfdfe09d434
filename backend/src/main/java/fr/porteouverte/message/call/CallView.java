package fr.porteouverte.message.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.message.MessageKind;
import fr.porteouverte.outbox.MessageState;
import fr.porteouverte.procedure.DocumentView;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.slot.SlotView;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody to call. Times carry the house's offset. */
@Schema(name = "Call")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallView(
    @Schema(required = true) String id,
    @Schema(required = true) MessageKind kind,
    @Schema(required = true) Why why,
    @Schema(required = true, description = "waiting: still to be called") MessageState state,
    @Schema(required = true, description = "The day on which to call, from its first moment")
        OffsetDateTime dueAt,
    @Schema(required = true) String reference,
    @Schema(required = true) BookingState status,
    @Schema(required = true) String firstName,
    @Schema(required = true) String lastName,
    @Schema(description = "E.164") @Nullable String phone,
    @Schema(description = "To write by hand, where no call and no message works")
        @Nullable String email,
    @Schema(description = "The relative or helper who booked") @Nullable String bookedBy,
    @Schema(required = true, description = "To speak with them") String language,
    @Schema(required = true) OffsetDateTime start,
    @Schema(required = true) OffsetDateTime end,
    @Schema(description = "Of an appointment that moved") @Nullable OffsetDateTime previousStart,
    @Schema(required = true) ProcedureRef procedure,
    @Schema(required = true) List<DocumentView> documents,
    @Schema(description = "What the house says of them in its own words; absent: nothing")
        @Nullable String note,
    @Schema(required = true, description = "Calls that nobody answered") int attempts,
    @Nullable Noted lastResult,
    @Schema(required = true, description = "What to say, in the person's language") String tell,
    @Schema(
            description =
                "Of one that the house cancelled: free slots to take instead, with `moved`")
        @Nullable List<SlotView> proposals) {

  /** Why the machine does not do it. */
  public enum Why {
    /** They asked to be called. */
    asked,
    /** They left nothing but a landline. */
    landline,
    /** A message came back. */
    bounced,
    /** A message was refused, or could not go in time. */
    refused,
    /** A mobile, but this installation sends no text messages. */
    noChannel,
    /** They want no messages, but have to hear of this. */
    silent,
    /** They left neither a number nor an address. */
    noContact
  }

  /** The last note about it. */
  @Schema(name = "CallResult")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Noted(
      @Schema(required = true) CallResult.Result result,
      @Schema(required = true) OffsetDateTime at,
      @Schema(required = true, description = "The agent's username") String by,
      @Nullable String note) {}
}
