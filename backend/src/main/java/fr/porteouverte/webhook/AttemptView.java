package fr.porteouverte.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One call of an address, and what it answered. */
@Schema(name = "WebhookAttempt")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AttemptView(
    @Schema(required = true) Instant triedAt,
    @Schema(description = "What was answered; absent: nothing") @Nullable Integer status,
    @Schema(description = "Why nothing was answered, as in the delivery") @Nullable String failure,
    @Schema(description = "The beginning of what was answered") @Nullable String answer) {}
