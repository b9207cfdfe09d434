package fr.porteouverte.keeping;

/** The number of an establishment: 14 digits of which the last checks the others (Luhn). */
final class Siret {
  /** Its establishments are too many for Luhn's sum: theirs is a plain sum of digits, by five. */
  private static final String LA_POSTE = "356000000";

  private static final int BASE = 10;
  private static final int POSTAL = 5;

  private Siret() {}

  static boolean valid(String siret) {
    if (!siret.matches("[0-9]{14}")) {
      return false;
    }
    if (luhn(siret) % BASE == 0) {
      return !siret.matches("0{14}");
    }
    return siret.startsWith(LA_POSTE)
        && siret.chars().map(digit -> digit - '0').sum() % POSTAL == 0;
  }

  private static int luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed < BASE ? weighed : weighed - BASE + 1;
    }
    return sum;
  }
}
