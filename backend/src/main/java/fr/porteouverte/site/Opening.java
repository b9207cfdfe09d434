package fr.porteouverte.site;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a house is open at an instant.
 *
 * @param walkIns it sees people without an appointment, too
 * @param closure a closure runs: nobody at all is seen
 * @param closesAt null: it is closed, or nobody knows
 * @param opensAt null: it is open, or not within two weeks, or nobody knows
 * @param walkInsUntil the same of people without an appointment
 * @param walkInsFrom likewise
 */
public record Opening(
    boolean open,
    boolean walkIns,
    boolean closure,
    @Nullable Instant closesAt,
    @Nullable Instant opensAt,
    @Nullable Instant walkInsUntil,
    @Nullable Instant walkInsFrom) {

  /** When some of this will be different, though nothing happens. */
  public Optional<Instant> turnsAt() {
    return Stream.of(closesAt, opensAt, walkInsUntil, walkInsFrom)
        .filter(Objects::nonNull)
        .min(Instant::compareTo);
  }
}
