package fr.porteouverte.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a file would change, before it is applied. */
@Schema(name = "CatalogueDifferences")
public record Differences(
    @Schema(
            required = true,
            description = "Send it when you apply: it is refused when this would no longer be so")
        String digest,
    @Schema(required = true) Counts counts,
    @Schema(required = true, description = "Each row that is not simply unchanged")
        List<RowDifference> rows) {

  /** The same for the same rows only. */
  public static String digest(List<?> rows) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(rows.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** How many rows of a file became what. */
  @Schema(name = "CatalogueCounts")
  public record Counts(
      @Schema(required = true) int created,
      @Schema(required = true) int changed,
      @Schema(required = true, description = "Adapted here, and not written") int kept,
      @Schema(required = true, description = "Archived here, or naming what is") int leftOut,
      @Schema(required = true) int unchanged) {

    static Counts of(List<Written> rows) {
      return new Counts(
          count(rows, RowOutcome.created),
          count(rows, RowOutcome.changed),
          count(rows, RowOutcome.kept),
          count(rows, RowOutcome.leftOut),
          count(rows, RowOutcome.unchanged));
    }

    private static int count(List<Written> rows, RowOutcome outcome) {
      return (int) rows.stream().filter(row -> row.said().outcome() == outcome).count();
    }
  }
}
