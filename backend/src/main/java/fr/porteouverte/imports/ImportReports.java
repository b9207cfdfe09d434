package fr.porteouverte.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All reports of imports. */
@ApplicationScoped
public class ImportReports implements PanacheRepository<ImportReport> {

  /** How often something was found. */
  public record Count(String kind, Finding.Severity severity, long count) {}

  /**
   * Newest first.
   *
   * @param before id of the last one of the page before; null at the start
   */
  public List<ImportReport> newest(@Nullable Long before, int limit) {
    return find("id < ?1 order by id desc", before == null ? Long.MAX_VALUE : before)
        .page(0, limit)
        .list();
  }

  public List<Count> counts(long reportId) {
    return getEntityManager()
        .createQuery(
            "select f.kind, f.severity, count(f) from ImportFinding f where f.reportId = ?1"
                + " group by f.kind, f.severity order by f.kind, f.severity",
            Count.class)
        .setParameter(1, reportId)
        .getResultList();
  }

  /**
   * In the order of the file's rows.
   *
   * @param severity null: any
   */
  public List<ImportFinding> findings(
      long reportId, Finding.@Nullable Severity severity, FindingPosition after, int limit) {
    TypedQuery<ImportFinding> query =
        getEntityManager()
            .createQuery(
                "from ImportFinding f where f.reportId = ?1"
                    + " and (f.row > ?2 or (f.row = ?2 and f.id > ?3))"
                    + (severity == null ? "" : " and f.severity = ?4")
                    + " order by f.row, f.id",
                ImportFinding.class)
            .setParameter(1, reportId)
            .setParameter(2, after.row())
            .setParameter(3, after.id())
            .setMaxResults(limit);
    return (severity == null ? query : query.setParameter(4, severity)).getResultList();
  }

  public List<ImportFinding> allFindings(long reportId) {
    return findings(reportId, null, FindingPosition.START, Integer.MAX_VALUE);
  }

  /** Instead of what was found before. */
  public void keep(ImportReport report, List<Finding> findings) {
    if (isPersistent(report)) {
      forget(report.id());
    } else {
      persist(report);
    }
    findings.forEach(
        finding -> getEntityManager().persist(new ImportFinding(report.id(), finding)));
    flush();
  }

  private void forget(long reportId) {
    getEntityManager()
        .createQuery("delete from ImportFinding f where f.reportId = ?1")
        .setParameter(1, reportId)
        .executeUpdate();
  }

  /**
   * @param percent of the work that runs
   */
  public void progress(long id, int percent) {
    update("progress = ?1 where id = ?2", percent, id);
  }

  /** The ones that a job has to go on with, the oldest first. */
  public List<ImportReport> due() {
    return list("state in ?1 order by id", List.of(ImportState.waiting, ImportState.applying));
  }

  /** Waits until nobody else decides about it. */
  public Optional<ImportReport> locked(long id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** The one of its kind that can be taken back. */
  public Optional<ImportReport> last(ImportKind kind) {
    return find(
            "kind = ?1 and state = ?2 order by finishedAt desc, id desc", kind, ImportState.applied)
        .firstResultOptional();
  }
}
