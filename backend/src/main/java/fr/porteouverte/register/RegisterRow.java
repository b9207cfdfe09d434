package fr.porteouverte.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of a register that people keep. */
public interface RegisterRow {
  long id();

  /** The same in every installation, and for ever. */
  String code();

  int version();

  boolean archived();

  /**
   * @param at null: it is brought back
   */
  void archive(@Nullable Instant at);
}
