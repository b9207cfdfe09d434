package fr.porteouverte.imports;

import fr.porteouverte.imports.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that was found out about the rows of one file. */
public final class Findings {
  private final List<Finding> all = new ArrayList<>();

  public List<Finding> all() {
    return List.copyOf(all);
  }

  /** Notes about one row. */
  public Row row(int line, String officialId) {
    return new Row(line, officialId);
  }

  /** Where the notes about one row go. */
  public final class Row {
    private final int line;
    private final String officialId;

    private Row(int line, String officialId) {
      this.line = line;
      this.officialId = officialId;
    }

    public void repaired(FindingKind kind, @Nullable String found, String kept) {
      add(kind, Severity.repaired, found, kept);
    }

    public void doubtful(FindingKind kind, @Nullable String found, @Nullable String kept) {
      add(kind, Severity.doubtful, found, kept);
    }

    public void refused(FindingKind kind, String found) {
      add(kind, Severity.refused, found, null);
    }

    private void add(
        FindingKind kind, Severity severity, @Nullable String found, @Nullable String kept) {
      all.add(new Finding(line, officialId, kind, severity, found, kept));
    }
  }

  /** How many rows were refused. */
  int refusedRows() {
    return (int)
        all.stream()
            .filter(finding -> finding.severity() == Severity.refused)
            .mapToInt(Finding::row)
            .distinct()
            .count();
  }
}
