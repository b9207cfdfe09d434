package fr.porteouverte.catalogue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What an import did with a row, and what it needs to be taken back.
 *
 * @param before null: there was none
 * @param base what the catalogue had said before; null: nothing
 * @param file what the catalogue says now, to be remembered; null: a table says it, or it is left
 *     out
 */
record Written(
    RowDifference said,
    @Nullable ObjectNode before,
    ObjectNode after,
    @Nullable ObjectNode base,
    @Nullable ObjectNode file) {

  boolean wroteRow() {
    return said.outcome() == RowOutcome.created || said.outcome() == RowOutcome.changed;
  }

  boolean saysNew() {
    return file != null && !file.equals(base);
  }
}
