package fr.porteouverte.imports;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Codes of five characters that spreadsheets take for numbers: {@code 1400} was 01400. */
public final class PostcodeCell {
  private PostcodeCell() {}

  /**
   * A postcode, whatever a spreadsheet or a letter made of it.
   *
   * @param department INSEE code of the commune's department; only in the first nine a zero can be
   *     lost
   * @return empty when it is no postcode
   */
  public static Optional<String> read(String written, String department) {
    String digits = written.replaceAll("(?i)^F(R)?\\s?-", "").replaceAll("\\s|[.,]0$", "");
    if (digits.matches("\\d{5}")) {
      return Optional.of(digits);
    }
    return digits.matches("\\d{4}") && department.equals("0" + digits.charAt(0))
        ? Optional.of("0" + digits)
        : Optional.empty();
  }

  /**
   * The INSEE code of a commune, with the zero that it lost.
   *
   * @return null when it is none
   */
  public static @Nullable String insee(String written) {
    String code = written.matches("[1-9]\\d{3}([.,]0)?") ? "0" + written.substring(0, 4) : written;
    return code.matches("\\d[\\dAB]\\d{3}") ? code : null;
  }
}
