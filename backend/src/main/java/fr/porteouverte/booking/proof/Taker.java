package fr.porteouverte.booking.proof;

import org.jspecify.annotations.Nullable;

/**
 * Who takes a place.
 *
 * @param source keyed hash of the address; null: somebody who logged in
 * @param asked for a proof, beyond what anybody may take
 * @param proof that was sent; null: none
 */
public record Taker(@Nullable String source, boolean asked, @Nullable String proof) {
  /** Staff, and programs with a token. */
  public static final Taker KNOWN = new Taker(null, false, null);
}
