package fr.porteouverte.imports.change;

import fr.porteouverte.database.NamedLocks;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.imports.ImportKind;
import fr.porteouverte.imports.ImportReport;
import fr.porteouverte.imports.ImportReports;
import fr.porteouverte.imports.ImportState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks at files and applies them, one after the other, each in one transaction: all its rows or
 * nothing. What is applied is planned anew, and is never anything else than what was looked at.
 */
@ApplicationScoped
public class Importing {
  /** Reading and comparing; the rest is writing. */
  private static final int HALF = 50;

  @Inject @Any Instance<Planner> planners;
  @Inject ImportReports reports;
  @Inject PlannedRows rows;
  @Inject WaitingFiles files;
  @Inject Transactions transactions;
  @Inject NamedLocks locks;
  @Inject Clock clock;

  Planner planner(ImportKind kind) {
    return planners.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
  }

  /** One import, or one taking back, at a time. */
  void onlyOne() {
    locks.take("imports", "");
  }

  /** Plans and applies at once, within the caller's transaction. */
  public ImportReport now(ImportReport report, InputStream file) {
    onlyOne();
    Planner planner = planner(report.kind());
    Plan plan = planner.plan(file, Choices.NONE, Progress.UNHEARD);
    planner.write(plan, actor(report), Progress.UNHEARD);
    report.apply(plan, clock.instant());
    keep(report, plan);
    return report;
  }

  /** Finds out what a file would change. Nobody asks: the request is the work's own. */
  @ActivateRequestContext
  void look(long id) {
    transactions.run(
        () -> {
          onlyOne();
          ImportReport report = in(ImportState.waiting, id);
          if (report != null) {
            Plan plan = planner(report.kind()).plan(files.open(id), Choices.NONE, told(id, 1, 0));
            report.lookedAt(plan, clock.instant());
            keep(report, plan);
          }
        });
  }

  @ActivateRequestContext
  void apply(long id) {
    transactions.run(
        () -> {
          onlyOne();
          ImportReport report = in(ImportState.applying, id);
          if (report != null) {
            apply(report);
          }
        });
  }

  private void apply(ImportReport report) {
    long id = report.id();
    Planner planner = planner(report.kind());
    Plan plan = planner.plan(files.open(id), Choices.NONE, told(id, 2, 0));
    if (!plan.digest().equals(report.digest())) {
      files.unchoose(id);
      report.lookedAt(plan, clock.instant());
      keep(report, plan);
      return;
    }
    Choices chosen = files.chosen(id);
    Plan wanted = chosen.none() ? plan : planner.plan(files.open(id), chosen, told(id, 2, 0));
    planner.write(wanted, actor(report), told(id, 2, HALF));
    report.apply(wanted, clock.instant());
    keep(report, wanted);
    files.drop(id);
  }

  private static String actor(ImportReport report) {
    return Objects.requireNonNull(report.actor());
  }

  private void keep(ImportReport report, Plan plan) {
    reports.keep(report, plan.findings().all());
    rows.replace(report.id(), plan.changes());
  }

  private @Nullable ImportReport in(ImportState state, long id) {
    ImportReport report = reports.findById(id);
    return report == null || report.state() != state ? null : report;
  }

  /** In a transaction of its own, to be seen while the work goes on. */
  private Progress told(long id, int share, int before) {
    return percent ->
        QuarkusTransaction.requiringNew().run(() -> reports.progress(id, before + percent / share));
  }
}
