package fr.porteouverte.keeping;

/**
 * The number of an association in the national register: a W, the prefecture that keeps it (in
 * Corsica and overseas with a letter: W2A1, W9R1) and six digits.
 */
final class Rna {
  private Rna() {}

  static boolean valid(String rna) {
    return rna.matches("W[0-9][0-9A-Z][0-9]{7}");
  }
}
