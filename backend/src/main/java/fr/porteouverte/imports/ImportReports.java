package fr.porteouverte.imports;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
  List<ImportReport> newest(@Nullable Long before, int limit) {
    return find("id < ?1 order by id desc", before == null ? Long.MAX_VALUE : before)
        .page(0, limit)
        .list();
  }

  List<Count> counts(long reportId) {
    return getEntityManager()
        .createQuery(
            "select f.kind, f.severity, count(f) from ImportFinding f where f.reportId = ?1"
                + " group by f.kind, f.severity order by f.kind, f.severity",
            Count.class)
        .setParameter(1, reportId)
        .getResultList();
  }

  /** In the order of the file's rows. */
  List<ImportFinding> findings(long reportId, FindingPosition after, int limit) {
    return getEntityManager()
        .createQuery(
            "from ImportFinding f where f.reportId = ?1"
                + " and (f.row > ?2 or (f.row = ?2 and f.id > ?3)) order by f.row, f.id",
            ImportFinding.class)
        .setParameter(1, reportId)
        .setParameter(2, after.row())
        .setParameter(3, after.id())
        .setMaxResults(limit)
        .getResultList();
  }

  void keep(ImportReport report, List<Finding> findings) {
    persist(report);
    findings.forEach(
        finding -> getEntityManager().persist(new ImportFinding(report.id(), finding)));
  }
}
