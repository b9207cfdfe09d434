package fr.porteouverte.imports;

import fr.porteouverte.commune.CommuneDraft;
import fr.porteouverte.commune.CommuneRegister;
import fr.porteouverte.commune.FormerCommunes;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.imports.CsvRows.CsvRow;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.site.RegisterChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings the national files in. One transaction for each file: all its rows or nothing. The same
 * file again changes nothing.
 */
@ApplicationScoped
public class Imports {
  @Inject SiteWriter siteWriter;
  @Inject CommuneRegister communeRegister;
  @Inject FormerCommunes formerCommunes;
  @Inject ImportReports reports;
  @Inject ImportSettings settings;
  @Inject Transactions transactions;
  @Inject Event<RegisterChanged> changed;
  @Inject Clock clock;

  /**
   * The national list of houses. Creates and changes houses, never permanences.
   *
   * @throws UnreadableFile when the whole file cannot be used
   */
  public ImportView sites(InputStream raw, @Nullable String fileName) {
    Instant started = clock.instant();
    Findings findings = new Findings();
    List<CsvRow> rows = new ArrayList<>();
    read(raw, file -> CsvRows.read(file, SiteReader.columns(), findings, rows::add));
    requireRows(rows.size());
    return once(
        () -> {
          // Read and written in one transaction: what a row leaves unsaid is as the house has it.
          SiteReader reader = reader(findings);
          rows.forEach(reader::accept);
          ImportReport report = new ImportReport(ImportKind.sites, fileName, started);
          Findings later = new Findings();
          SiteWriter.Changes done =
              siteWriter.write(
                  reader.houses(), reader.named(), id -> later.row(reader.line(id), id));
          report.finish(
              clock.instant(),
              reader.rows(),
              done.created(),
              done.updated(),
              done.unchanged(),
              findings.refusedRows());
          changed.fire(new RegisterChanged());
          return keep(report, findings, later);
        });
  }

  private SiteReader reader(Findings findings) {
    Map<String, CommuneDraft> communes = communeRegister.all();
    boolean wholeCountry = communes.size() >= settings.wholeCountry();
    return new SiteReader(
        new LocationReader(communes, wholeCountry), siteWriter.stored(), findings);
  }

  /**
   * The national file of communes, or the one of delegated and associated communes: its columns
   * tell which it is.
   *
   * @throws UnreadableFile when the whole file cannot be used
   */
  public ImportView communes(InputStream raw, @Nullable String fileName) {
    Instant started = clock.instant();
    Findings findings = new Findings();
    CommunesFile.Reader reader = new CommunesFile.Reader(findings);
    FormerCommunesFile.Reader former =
        new FormerCommunesFile.Reader(transactions.call(communeRegister::all), findings);
    read(
        raw,
        file ->
            CsvRows.read(
                file,
                List.of(
                    CommunesFile.COLUMNS,
                    FormerCommunesFile.COLUMNS,
                    FormerCommunesFile.INSEE_COLUMNS),
                findings,
                row -> {
                  if (FormerCommunesFile.has(row)) {
                    former.accept(row);
                  } else {
                    reader.accept(row);
                  }
                }));
    int rows = reader.rows() + former.rows();
    requireRows(rows);
    return once(
        () -> {
          ImportReport report = new ImportReport(ImportKind.communes, fileName, started);
          CommuneRegister.Changes done =
              former.rows() > 0
                  ? formerCommunes.put(former.formers())
                  : communeRegister.put(reader.communes());
          report.finish(
              clock.instant(),
              rows,
              done.created(),
              done.updated(),
              done.unchanged(),
              findings.refusedRows());
          return keep(report, findings, new Findings());
        });
  }

  private ImportView keep(ImportReport report, Findings read, Findings written) {
    List<Finding> all = new ArrayList<>(read.all());
    all.addAll(written.all());
    reports.keep(report, all);
    reports.flush();
    return ImportView.of(report, reports.counts(report.id()));
  }

  /** How a file is read. */
  private interface Reading {
    void of(InputStream file);
  }

  private void read(InputStream raw, Reading reading) {
    try (InputStream file = ImportFiles.open(raw, settings.unpackedBytes())) {
      reading.of(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void requireRows(int rows) {
    if (rows == 0) {
      throw UnreadableFile.empty();
    }
  }

  /** Two imports at once would create the same house twice; the database lets one of them. */
  private <T> T once(Supplier<T> work) {
    try {
      return transactions.call(work::get);
    } catch (PersistenceException collided) {
      if (collided instanceof org.hibernate.exception.ConstraintViolationException) {
        throw new ProblemException(
            ProblemType.CONFLICT,
            "Un autre import est en cours. Recommencez après lui.",
            "Another import is running. Try again after it.");
      }
      throw collided;
    }
  }
}
