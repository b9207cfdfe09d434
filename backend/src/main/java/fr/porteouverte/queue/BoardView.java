package fr.porteouverte.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.queue.order.NoEstimate;
import fr.porteouverte.queue.order.WaitEstimate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the waiting room sees: numbers and counters, nothing of anybody. */
@Schema(name = "Board")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BoardView(
    @Schema(required = true, description = "Of the last change; what is shown may be newer")
        long seq,
    @Schema(required = true) String siteName,
    @Schema(required = true, description = "IANA zone") String zone,
    @Schema(required = true) OffsetDateTime now,
    @Schema(required = true, description = "Whether the house is open now") boolean open,
    @Schema(description = "While it is open; absent: unknown") @Nullable OffsetDateTime closesAt,
    @Schema(description = "While it is closed; absent: not within two weeks, or unknown")
        @Nullable OffsetDateTime opensAt,
    @Schema(required = true, description = "Some of this will be different then: read again")
        OffsetDateTime validUntil,
    @Schema(required = true, description = "Who is called or served now, the newest call first")
        List<Call> calls,
    @Schema(required = true, description = "How many wait") int waiting,
    @Schema(
            description =
                "For somebody who walks in now, to the house's own clerks; absent: see noEstimate")
        @Nullable WaitEstimate estimate,
    @Schema(description = "In place of an estimate") @Nullable NoEstimate noEstimate,
    @Schema(
            required = true,
            description =
                "Numbers that wait for a permanence that will not serve them, by arrival: they are"
                    + " asked to come to the reception",
            examples = "[\"A012\"]")
        List<String> stranded,
    @Schema(required = true, description = "What is not as announced today, by start")
        List<Notice> notices) {

  /**
   * A session of today that is called off, begins late or was stopped, or a time in which the house
   * is closed, until it would be over.
   */
  @Schema(name = "BoardNotice")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Notice(
      @Schema(required = true) OffsetDateTime start,
      @Schema(required = true) OffsetDateTime end,
      @Schema(required = true, description = "Called off; else late or stopped") boolean cancelled,
      @Schema(
              required = true,
              description = "The whole house is closed then; its day ends at midnight")
          boolean closed,
      @Schema(description = "Absent: the house's own clerks") @Nullable PartnerRef partner,
      @Schema(description = "Why it is called off, as everybody may read it")
          @Nullable String reason,
      @Nullable Integer lateMinutes,
      @Schema(description = "When the partner left, or will leave, before the end")
          @Nullable OffsetDateTime stoppedAt) {}

  /** A number called to a counter. */
  @Schema(name = "BoardCall")
  public record Call(
      @Schema(required = true, examples = "A012") String number,
      @Schema(required = true, examples = "Guichet 1") String counter,
      @Schema(required = true) OffsetDateTime calledAt,
      @Schema(required = true, description = "How often it was called") int times,
      @Schema(
              required = true,
              description = "Of the change by which it was last called: ring once for each")
          long seq) {}
}
