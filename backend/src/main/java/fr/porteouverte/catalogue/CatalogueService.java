package fr.porteouverte.catalogue;

import fr.porteouverte.access.Access;
import fr.porteouverte.database.NamedLocks;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.register.RegisterForm;
import fr.porteouverte.register.RegisterKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Brings the catalogue, or a table of one register, in: all of it or nothing. The preview does the
 * very same and rolls back.
 */
@ApplicationScoped
public class CatalogueService {
  @Inject Registers registers;
  @Inject RowWriter writer;
  @Inject CatalogueRows bases;
  @Inject CatalogueImports imports;
  @Inject Transactions transactions;
  @Inject NamedLocks locks;
  @Inject Access access;
  @Inject Clock clock;

  public Differences preview(Catalogue catalogue) {
    return preview(() -> written(catalogue));
  }

  /**
   * @param digest of the preview that the caller saw; null: none
   */
  public CatalogueImportView apply(Catalogue catalogue, @Nullable String digest) {
    return apply(catalogue.version(), null, digest, () -> written(catalogue));
  }

  /**
   * @param at what stands before the names of the wrong fields of the row with this index
   */
  public Differences previewTable(
      RegisterKind kind, List<? extends RegisterForm> rows, IntFunction<String> at) {
    return preview(() -> written(kind, rows, at));
  }

  public CatalogueImportView applyTable(
      RegisterKind kind,
      List<? extends RegisterForm> rows,
      IntFunction<String> at,
      @Nullable String digest) {
    return apply(null, kind, digest, () -> written(kind, rows, at));
  }

  /** How the rows of a file are written. */
  private interface Writing {
    List<Written> run();
  }

  private Differences preview(Writing writing) {
    return differences(transactions.look(writing::run));
  }

  private CatalogueImportView apply(
      @Nullable String version,
      @Nullable RegisterKind kind,
      @Nullable String digest,
      Writing writing) {
    return transactions.call(
        () -> {
          List<Written> rows = writing.run();
          if (digest != null && !digest.equals(differences(rows).digest())) {
            throw new ProblemException(
                ProblemType.STALE,
                "Regardez de nouveau ce qui changerait, puis appliquez.",
                "Look again at what would change, then apply it.");
          }
          Differences.Counts counts = Differences.Counts.of(rows);
          String who = access.caller().username();
          List<Written> noted =
              rows.stream().filter(row -> row.wroteRow() || row.saysNew()).toList();
          if (noted.isEmpty()) {
            return new CatalogueImportView(
                null,
                version,
                kind,
                clock.instant().atOffset(ZoneOffset.UTC),
                who,
                counts,
                null,
                null);
          }
          noted.stream()
              .filter(Written::saysNew)
              .forEach(row -> bases.put(row.said().kind(), row.said().code(), row.file()));
          CatalogueImport made = new CatalogueImport(version, kind, clock.instant(), who, counts);
          imports.keep(made, noted);
          return CatalogueImportView.of(made);
        });
  }

  private List<Written> written(Catalogue catalogue) {
    locks.take("catalogue", "");
    FieldReader fields = new FieldReader();
    fields.required("version", catalogue.version());
    if (catalogue.version().length() > Catalogue.LONGEST_VERSION) {
      fields.wrong("version", "Au plus 40 caractères.", "At most 40 characters.");
    }
    List<Written> rows = new ArrayList<>();
    catalogue
        .rows()
        .forEach(
            (kind, forms) ->
                rows.addAll(
                    writer.write(
                        registers.of(kind), forms, true, i -> kind + "[" + i + "].", fields)));
    fields.check();
    return rows;
  }

  private List<Written> written(
      RegisterKind kind, List<? extends RegisterForm> forms, IntFunction<String> at) {
    locks.take("catalogue", "");
    FieldReader fields = new FieldReader();
    List<Written> rows = writer.write(registers.of(kind), forms, false, at, fields);
    fields.check();
    return rows;
  }

  private static Differences differences(List<Written> rows) {
    List<RowDifference> said =
        rows.stream()
            .map(Written::said)
            .filter(row -> row.outcome() != RowOutcome.unchanged)
            .toList();
    return new Differences(Differences.digest(said), Differences.Counts.of(rows), said);
  }
}
