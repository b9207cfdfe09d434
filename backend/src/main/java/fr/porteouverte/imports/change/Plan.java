package fr.porteouverte.imports.change;

import fr.porteouverte.catalogue.RowOutcome;
import fr.porteouverte.imports.Findings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a file would do, row by row.
 *
 * @param rows how many the file has
 * @param changes what does not simply stay as it is
 */
public record Plan(int rows, List<PlannedRow> changes, int unchanged, Findings findings) {

  public int count(RowOutcome outcome) {
    return (int) changes.stream().filter(row -> row.outcome() == outcome).count();
  }

  /** Two plans with the same one do the same. */
  public String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      changes.forEach(row -> sha.update(row.told().getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
