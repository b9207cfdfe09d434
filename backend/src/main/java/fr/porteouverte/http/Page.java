package fr.porteouverte.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor give it back as {@code cursor} for the next page; null at the end
 */
public record Page<T>(
    @Schema(required = true) List<T> items,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true) @Nullable String nextCursor) {

  /** What one page holds at most. */
  public static final int MOST = 100;

  public static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, null);
  }

  /**
   * @param rows up to {@code limit + 1} of them: one more than asked tells that there is a next
   *     page
   */
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> position) {
    if (rows.size() <= limit) {
      return whole(rows);
    }
    List<T> items = rows.subList(0, limit);
    return new Page<>(List.copyOf(items), Cursor.encode(position.apply(items.get(limit - 1))));
  }
}
