package fr.porteouverte.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.http.Ids;
import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A change as staff hear of it: what to read again. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueueChange(
    long seq, EventKind kind, @Nullable String ticketId, @Nullable String counterId, Instant at) {

  static QueueChange of(Happening one) {
    return new QueueChange(
        one.seq(),
        one.kind(),
        one.ticketId() == null ? null : Ids.of(one.ticketId()),
        one.counterId() == null ? null : Ids.of(one.counterId()),
        one.at());
  }
}
