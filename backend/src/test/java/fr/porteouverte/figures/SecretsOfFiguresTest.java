package fr.porteouverte.figures;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is hidden is told neither by the order of rows, nor by a share, nor by another table. */
class SecretsOfFiguresTest {
  private static final Names NAMES =
      new Names(
          Map.of(
              "1", new Names.Procedure(new Text("Rsa", "Rsa"), "1", "7"),
              "2", new Names.Procedure(new Text("Apl", "Apl"), "1", "7"),
              "3", new Names.Procedure(new Text("Emploi", "Job"), "2", "8"),
              "4", new Names.Procedure(new Text("Cv", "Cv"), "2", "8")),
          Map.of("7", new Text("Caf", "Caf"), "8", new Text("Travail", "Work")),
          Map.of("1", new Text("Famille", "Family"), "2", new Text("Emploi", "Work")),
          Map.of(),
          Map.of());

  /** Procedures 1 and 2 are of partner 7, the others of 8. */
  private static Counts visits(long... ofProcedures) {
    Counts counts = new Counts();
    for (int i = 0; i < ofProcedures.length; i++) {
      counts.add(new Counted(0, "origin", "walkIn", ofProcedures[i]));
      counts.add(new Counted(0, "procedure", "" + (i + 1), ofProcedures[i]));
      counts.add(new Counted(0, "subject", i < 2 ? "7" : "8", ofProcedures[i]));
    }
    return counts;
  }

  private static Set<String> hidden(Counts counts) {
    return Secrets.of(counts, NAMES, Map.of(), Map.of()).hidden();
  }

  @Test
  void hidden_rows_come_last_by_name_so_that_their_place_tells_nothing() {
    Counts counts = visits(4, 2, 40, 30);
    Set<String> hidden = hidden(counts);
    SheetView sheet =
        Secrets.sheet(
            SheetView.of(Figure.procedures, counts, new Counts(), NAMES), hidden, Set.of());
    List<SheetView.RowView> rows = sheet.rows();
    List<SheetView.RowView> secret = rows.stream().filter(row -> row.number() == null).toList();
    assertThat(secret).hasSize(2);
    assertThat(rows.subList(rows.size() - secret.size(), rows.size())).isEqualTo(secret);
    assertThat(secret.stream().map(row -> row.name().fr())).isSorted();
    assertThat(rows.stream().map(SheetView.RowView::number).filter(Objects::nonNull))
        .containsExactly(40L, 30L);
  }

  @Test
  void a_procedure_is_not_told_by_its_partner_and_the_other_procedures() {
    Counts counts = visits(3, 40, 20, 9);
    Set<String> hidden = hidden(counts);
    assertThat(hidden).contains("procedures/1");
    assertThat(hidden.contains("partners/7") || hidden.contains("procedures/2")).isTrue();
    Names alone =
        new Names(
            Map.of(
                "1", new Names.Procedure(new Text("Rsa", "Rsa"), "1", "7"),
                "2", new Names.Procedure(new Text("Apl", "Apl"), "2", "7"),
                "3", new Names.Procedure(new Text("Emploi", "Job"), "1", "8"),
                "4", new Names.Procedure(new Text("Cv", "Cv"), "2", "8")),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of());
    Set<String> crossed = Secrets.of(counts, alone, Map.of(), Map.of()).hidden();
    assertThat(crossed.contains("partners/7") || crossed.contains("procedures/2")).isTrue();
  }

  @Test
  void a_share_of_a_place_is_not_said_when_one_part_is_a_few() {
    assertThat(Secrets.percent(3, 40)).isNull();
    assertThat(Secrets.percent(38, 40)).isNull();
    assertThat(Secrets.percent(20, 40)).isEqualTo(50);
    assertThat(Secrets.percent(40, 40)).isEqualTo(100);
  }
}
