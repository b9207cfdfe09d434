package fr.porteouverte.imports.house;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.porteouverte.catalogue.FieldDifference;
import fr.porteouverte.catalogue.Merge;
import fr.porteouverte.catalogue.RowOutcome;
import fr.porteouverte.imports.change.PlannedRow;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of one house, of whatever the list says about it. Pure. */
final class SiteRows {
  /** The only thing that can be chosen of a house that is no longer in the list. */
  static final String ARCHIVED = "archived";

  /** As many of those who need a house as fit into a line. */
  private static final int MOST_USES = 5;

  private SiteRows() {}

  static PlannedRow created(int line, SiteDraft house, @Nullable ObjectNode base) {
    ObjectNode form = SiteForms.tree(house);
    return new PlannedRow(
        line, key(house), house.name(), RowOutcome.created, List.of(), null, form, form, base);
  }

  /**
   * @param taken fields for which the list was chosen
   * @return null: there is nothing to say
   */
  static @Nullable PlannedRow known(
      int line, Site site, SiteDraft house, @Nullable ObjectNode base, Set<String> taken) {
    ObjectNode here = SiteForms.tree(SiteDraft.of(site));
    ObjectNode file = SiteForms.tree(house);
    if (site.archived()) {
      return new PlannedRow(
          line, key(house), site.name(), RowOutcome.leftOut, List.of(), here, here, base, base);
    }
    Merge merge = Merge.of(base, here, file, taken);
    ObjectNode said = ListedSites.said(base, here, file);
    boolean same = merge.differences().isEmpty();
    if (same && said.equals(base)) {
      return null;
    }
    RowOutcome otherwise = same ? RowOutcome.unchanged : RowOutcome.kept;
    return new PlannedRow(
        line,
        key(house),
        site.name(),
        merge.row().equals(here) ? otherwise : RowOutcome.changed,
        merge.differences(),
        here,
        merge.row(),
        said,
        base);
  }

  /**
   * It stays, until somebody chooses that it is archived and nobody needs it.
   *
   * @param uses who needs it: said in the place of what is here
   */
  static PlannedRow gone(Site site, boolean chosen, List<Text> uses) {
    String here = uses.isEmpty() ? "false" : TextNode.valueOf(said(uses)).toString();
    FieldDifference archived =
        new FieldDifference(ARCHIVED, here, "true", !chosen || !uses.isEmpty());
    return new PlannedRow(
        0,
        String.valueOf(site.officialId()),
        site.name(),
        RowOutcome.gone,
        List.of(archived),
        null,
        null,
        null,
        null);
  }

  private static String said(List<Text> uses) {
    return uses.stream().limit(MOST_USES).map(Text::fr).collect(Collectors.joining(", "));
  }

  /** Whether a house that is gone is archived by it. */
  static boolean archives(PlannedRow row) {
    return row.outcome() == RowOutcome.gone
        && row.fields().stream().anyMatch(field -> !field.kept());
  }

  private static String key(SiteDraft house) {
    return String.valueOf(house.officialId());
  }
}
