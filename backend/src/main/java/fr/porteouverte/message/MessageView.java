package fr.porteouverte.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.booking.BookingView;
import fr.porteouverte.booking.Correspondence.Letter;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.MessageState;
import fr.porteouverte.outbox.OutboxMessage;
import fr.porteouverte.text.Text;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message about a booking and its fate. Times carry the house's offset. */
@Schema(name = "BookingMessage")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageView(
    @Schema(required = true) String id,
    @Schema(required = true) MessageKind kind,
    @Schema(required = true) MessageChannel channel,
    @Schema(required = true) MessageState state,
    @Schema(description = "The address as the booking has it now") @Nullable String to,
    @Schema(required = true) String language,
    @Schema(required = true, description = "Not before; of one that waits: the next attempt")
        OffsetDateTime dueAt,
    @Schema(description = "Accepted by the mail server or the gateway")
        @Nullable OffsetDateTime sentAt,
    @Schema(description = "When its fate became known") @Nullable OffsetDateTime settledAt,
    @Schema(required = true) int attempts,
    @Schema(description = "Messages that an SMS cost") @Nullable Integer segments,
    @Schema(description = "Stable code of what went wrong") @Nullable String reason,
    @Nullable Text reasonText,
    @Nullable String subject,
    @Schema(description = "As sent, without what opens the booking; erased after a while")
        @Nullable String body,
    @Schema(required = true, description = "POST /messages/{id}/resend would send it")
        boolean resendable,
    @Schema(required = true, description = "Somebody asked to send it once more") boolean resent)
    implements Made {
  @Override
  public String location() {
    return "/messages/" + id;
  }

  static MessageView of(OutboxMessage message, Letter letter, Instant now) {
    BookingView.Visitor visitor = letter.booking().visitor();
    ZoneId zone = letter.zone();
    return new MessageView(
        Ids.of(message.id()),
        MessageKind.valueOf(message.kind()),
        message.channel(),
        message.state(),
        message.channel() == MessageChannel.email ? visitor.email() : visitor.phone(),
        visitor.language(),
        message.dueAt().atZone(zone).toOffsetDateTime(),
        at(message.sentAt(), zone),
        at(message.settledAt(), zone),
        message.attempts(),
        message.segments(),
        message.reason(),
        Reasons.of(message.reason()),
        message.subject(),
        message.body(),
        Resending.possible(message, letter, now),
        Causes.isAgain(message.recipient()));
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant, ZoneId zone) {
    return instant == null ? null : instant.atZone(zone).toOffsetDateTime();
  }
}
