package fr.porteouverte.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.http.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One change that one address is told, and what it answered. */
@Schema(name = "WebhookDelivery")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(
    @Schema(required = true) String id,
    @Schema(required = true, description = "Its `webhook-id`, the same at every attempt")
        String messageId,
    @Schema(required = true, description = "As `booking.moved`; `webhook.ping` is a ping")
        String type,
    @Schema(description = "The `id` of the change; absent: a ping") @Nullable String changeId,
    @Schema(required = true) DeliveryState state,
    @Schema(required = true) int attempts,
    @Schema(required = true) Instant createdAt,
    @Schema(description = "Of one that waits: not before") @Nullable Instant dueAt,
    @Schema(description = "When it was tried last; absent: never") @Nullable Instant triedAt,
    @Schema(description = "What was answered last; absent: nothing") @Nullable Integer status,
    @Schema(
            description =
                "Why nothing was answered last: forbidden, unknownHost, unreachable, notTrusted,"
                    + " timeout, broken; notAllowed: the system may not hear of it any more")
        @Nullable String failure,
    @Schema(description = "The beginning of what was answered last") @Nullable String answer,
    @Schema(required = true, description = "Each time it was tried, the newest first; the last 40")
        List<AttemptView> tries) {

  static final String COLUMNS =
      "id, uid, seq, type, state, attempts, created_at, due_at, tried_at, status, failure, answer";

  /** As the table has it. */
  record Row(
      long id,
      String uid,
      @Nullable Long seq,
      String type,
      DeliveryState state,
      int attempts,
      Instant createdAt,
      Instant dueAt,
      @Nullable Instant triedAt,
      @Nullable Integer status,
      @Nullable String failure,
      @Nullable String answer) {}

  /**
   * @param earlier what was answered before the last time, the newest first
   */
  static DeliveryView of(Row row, List<AttemptView> earlier) {
    List<AttemptView> tries = new ArrayList<>();
    if (row.triedAt() != null) {
      tries.add(new AttemptView(row.triedAt(), row.status(), row.failure(), row.answer()));
    }
    tries.addAll(earlier);
    return new DeliveryView(
        Ids.of(row.id()),
        row.uid(),
        row.type(),
        row.seq() == null ? null : Ids.of(row.seq()),
        row.state(),
        row.attempts(),
        row.createdAt(),
        row.state() == DeliveryState.waiting ? row.dueAt() : null,
        row.triedAt(),
        row.status(),
        row.failure(),
        row.answer(),
        List.copyOf(tries));
  }

  @JsonIgnore
  String position() {
    return id;
  }
}
