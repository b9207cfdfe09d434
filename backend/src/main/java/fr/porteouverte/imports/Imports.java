package fr.porteouverte.imports;

import fr.porteouverte.database.Transactions;
import fr.porteouverte.imports.change.Importing;
import fr.porteouverte.imports.house.SiteReader;
import fr.porteouverte.problem.Busy;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings the national files in at once, for programs. One transaction for each file: all its rows
 * or nothing. The same file again changes nothing.
 */
@ApplicationScoped
public class Imports {
  @Inject Importing importing;
  @Inject ImportReports reports;
  @Inject ImportSettings settings;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /** A file that can be read, and what it is. */
  public record Sent(ImportKind kind, byte[] bytes) {}

  /**
   * The national list of houses.
   *
   * @throws UnreadableFile when the whole file cannot be used
   */
  public Sent sites(InputStream raw) {
    byte[] file = bytes(raw);
    int[] rows = {0};
    ImportFiles.read(
        new ByteArrayInputStream(file),
        settings.unpackedBytes(),
        text -> CsvRows.read(text, SiteReader.columns(), new Findings(), row -> rows[0]++));
    requireRows(rows[0]);
    return new Sent(ImportKind.sites, file);
  }

  /**
   * The national file of communes, or the one of delegated and associated communes: its columns
   * tell which it is.
   *
   * @throws UnreadableFile when the whole file cannot be used
   */
  public Sent communes(InputStream raw) {
    byte[] file = bytes(raw);
    int[] rows = {0, 0};
    ImportFiles.read(
        new ByteArrayInputStream(file),
        settings.unpackedBytes(),
        text ->
            CsvRows.read(
                text,
                List.of(
                    CommunesFile.COLUMNS,
                    FormerCommunesFile.COLUMNS,
                    FormerCommunesFile.INSEE_COLUMNS),
                new Findings(),
                row -> rows[FormerCommunesFile.has(row) ? 1 : 0]++));
    requireRows(rows[0] + rows[1]);
    return new Sent(rows[1] > 0 ? ImportKind.formerCommunes : ImportKind.communes, file);
  }

  /** Without looking first. */
  public ImportView now(Sent sent, @Nullable String fileName, String who) {
    Instant started = clock.instant();
    try {
      return transactions.call(
          () -> {
            ImportReport report =
                importing.now(
                    new ImportReport(sent.kind(), fileName, who, started),
                    new ByteArrayInputStream(sent.bytes()));
            return ImportView.of(report, reports.counts(report.id()));
          });
    } catch (Busy waited) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Un autre import est en cours. Recommencez après lui.",
          "Another import is running. Try again after it.");
    }
  }

  private static byte[] bytes(InputStream raw) {
    try {
      return raw.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void requireRows(int rows) {
    if (rows == 0) {
      throw UnreadableFile.empty();
    }
  }
}
