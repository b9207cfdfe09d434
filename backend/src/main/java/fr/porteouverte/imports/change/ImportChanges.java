package fr.porteouverte.imports.change;

import fr.porteouverte.access.Access;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.imports.ImportReport;
import fr.porteouverte.imports.ImportReports;
import fr.porteouverte.imports.ImportState;
import fr.porteouverte.imports.ImportView;
import fr.porteouverte.imports.Imports;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people do with a file: send it, have it applied, set it aside, take it back. */
@ApplicationScoped
public class ImportChanges {
  /** So long a file waits for somebody who wants it. */
  private static final Duration WAITS = Duration.ofDays(7);

  @Inject Importing importing;
  @Inject ImportReports reports;
  @Inject PlannedRows rows;
  @Inject WaitingFiles files;
  @Inject Transactions transactions;
  @Inject Access access;
  @Inject Clock clock;
  @Inject Event<ImportAsked> asked;

  /** Keeps the file; what it would change is found out beside the request. */
  public ImportView send(Imports.Sent sent, @Nullable String fileName) {
    String who = access.caller().username();
    return transactions.call(
        () -> {
          files.dropOlder(clock.instant().minus(WAITS));
          ImportReport report = new ImportReport(sent.kind(), fileName, who, clock.instant());
          reports.keep(report, List.of());
          files.keep(report.id(), sent.bytes());
          asked.fire(new ImportAsked());
          return view(report);
        });
  }

  public ImportView apply(long id, String digest, Choices chosen) {
    return transactions.call(
        () -> {
          ImportReport report = reports.locked(id).orElseThrow(NotFound::new);
          require(report, ImportState.ready, "appliqué", "applied");
          if (!digest.equals(report.digest())) {
            throw new ProblemException(
                ProblemType.STALE,
                "Regardez de nouveau ce qui changerait, puis appliquez.",
                "Look again at what would change, then apply it.");
          }
          files.unchoose(id);
          files.choose(id, chosen);
          report.ask();
          asked.fire(new ImportAsked());
          return view(report);
        });
  }

  public void setAside(long id) {
    transactions.run(
        () -> {
          ImportReport report = reports.locked(id).orElseThrow(NotFound::new);
          if (report.state() != ImportState.failed && report.state() != ImportState.waiting) {
            require(report, ImportState.ready, "mis de côté", "set aside");
          }
          reports.delete(report);
        });
  }

  /**
   * All of it, or nothing.
   *
   * @throws Hindered naming what stands in the way
   */
  public ImportView undo(long id) {
    String who = access.caller().username();
    return transactions.call(
        () -> {
          importing.onlyOne();
          ImportReport report = reports.locked(id).orElseThrow(NotFound::new);
          require(report, ImportState.applied, "annulé", "undone");
          requireLast(report);
          Planner planner = importing.planner(report.kind());
          List<PlannedRow> written = rows.lastFirst(id);
          List<Text> hindrances = planner.hindrances(written);
          if (!hindrances.isEmpty()) {
            throw new Hindered(hindrances);
          }
          planner.takeBack(written, who);
          ImportReport again = reports.locked(id).orElseThrow(NotFound::new);
          again.undo(clock.instant(), who);
          return view(again);
        });
  }

  private void requireLast(ImportReport report) {
    boolean last = reports.last(report.kind()).map(one -> one.id() == report.id()).orElse(false);
    if (!last) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Seul le dernier import de cette sorte qui tient encore peut être annulé.",
          "Only the last import of its kind that still holds can be undone.");
    }
    if (report.actor() == null) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Cet import est trop ancien : rien n’a été noté de ce qu’il a changé.",
          "This import is too old: nothing was noted of what it changed.");
    }
  }

  private static void require(ImportReport report, ImportState state, String fr, String en) {
    if (report.state() != state) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Cet import ne peut pas être " + fr + " : il est « " + report.state() + " ».",
          "This import cannot be " + en + ": it is \"" + report.state() + "\".");
    }
  }

  private ImportView view(ImportReport report) {
    return ImportView.of(report, reports.counts(report.id()));
  }
}
