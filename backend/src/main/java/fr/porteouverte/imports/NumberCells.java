package fr.porteouverte.imports;

import org.jspecify.annotations.Nullable;

/** Numbers as files write them. */
public final class NumberCells {
  private NumberCells() {}

  /**
   * @return null when it is no number between minus and plus {@code most}
   */
  public static @Nullable Double degrees(String text, int most) {
    try {
      double value = Double.parseDouble(text.replace(',', '.'));
      return Math.abs(value) <= most ? value : null;
    } catch (NumberFormatException none) {
      return null;
    }
  }
}
