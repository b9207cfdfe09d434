package fr.porteouverte.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.queue.EventKind;
import fr.porteouverte.queue.Happening;
import org.jspecify.annotations.Nullable;

/**
 * A change as the waiting room hears of it.
 *
 * @param rings this number is called now: ring once for this {@code seq}
 * @param again it was called before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BoardChange(
    long seq,
    EventKind kind,
    @Nullable String number,
    String counter,
    @Nullable Boolean rings,
    @Nullable Boolean again) {

  static BoardChange of(Happening one) {
    return new BoardChange(
        one.seq(),
        one.kind(),
        one.number(),
        one.counter(),
        one.rings() ? true : null,
        one.rings() && one.kind() == EventKind.calledAgain ? true : null);
  }
}
