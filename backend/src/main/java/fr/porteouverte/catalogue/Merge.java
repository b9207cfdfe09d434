package fr.porteouverte.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row that a file says again: field by field, what people adapted since the last
 * time stays, and all else is as the file says. Pure.
 *
 * @param row what is to be written
 * @param differences each field that the file says otherwise than the row
 */
public record Merge(ObjectNode row, List<FieldDifference> differences) {

  /** A day on which papers were compared with a page is true of these papers and that page only. */
  private static final Set<String> TOGETHER = Set.of("documents", "sourceUrl", "checkedOn");

  /**
   * @param base what the file said the last time; null: it never said anything, so that whatever is
   *     here is people's
   * @param here the row as it is
   * @param file the row as the file says it now
   */
  public static Merge of(@Nullable ObjectNode base, ObjectNode here, ObjectNode file) {
    return of(base, here, file, Set.of());
  }

  /**
   * @param taken fields that follow the file although people adapted them
   */
  public static Merge of(
      @Nullable ObjectNode base, ObjectNode here, ObjectNode file, Set<String> taken) {
    Set<String> fields = new LinkedHashSet<>();
    file.fieldNames().forEachRemaining(fields::add);
    here.fieldNames().forEachRemaining(fields::add);
    Set<String> adapted = adapted(base, here, fields);
    adapted.removeAll(taken);
    ObjectNode row = here.deepCopy();
    List<FieldDifference> differences = new ArrayList<>();
    for (String field : fields) {
      JsonNode now = here.path(field);
      JsonNode said = file.path(field);
      if (!same(now, said)) {
        boolean kept = adapted.contains(field);
        differences.add(new FieldDifference(field, text(now), text(said), kept));
        if (!kept) {
          row.set(field, said.isMissingNode() ? null : said);
        }
      }
    }
    return new Merge(row, differences);
  }

  private static Set<String> adapted(
      @Nullable ObjectNode base, ObjectNode here, Set<String> fields) {
    Set<String> adapted = new LinkedHashSet<>();
    for (String field : fields) {
      if (base == null || !same(base.path(field), here.path(field))) {
        adapted.add(field);
      }
    }
    if (TOGETHER.stream().anyMatch(adapted::contains)) {
      adapted.addAll(TOGETHER);
    }
    return adapted;
  }

  public static boolean same(JsonNode one, JsonNode other) {
    return empty(one) ? empty(other) : one.equals(other);
  }

  private static boolean empty(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static @Nullable String text(JsonNode value) {
    return empty(value) ? null : value.toString();
  }
}
