package fr.porteouverte.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.figures.Sheets.Part;
import fr.porteouverte.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One table of figures. */
@Schema(name = "FigureSheet")
public record SheetView(
    @Schema(required = true) Figure figure,
    @Schema(required = true) Text title,
    @Schema(required = true) List<RowView> rows) {

  /** A row: how many, of how many, and the same of the days before. */
  @Schema(name = "FigureRow")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RowView(
      @Schema(required = true, description = "Of a partner, a theme or a procedure its id")
          String key,
      @Schema(required = true) Text name,
      @Schema(description = "Absent: fewer than five, or it would tell such a number")
          @Nullable Long number,
      @Schema(description = "Of how many it is a part") @Nullable Long of,
      @Schema(description = "Of the days that it is compared with") @Nullable Long before,
      @Nullable Long beforeOf) {}

  static SheetView of(Figure figure, Counts now, Counts before, Names names) {
    Map<String, Part> rows = Sheets.of(figure, now, names);
    Map<String, Part> old = Sheets.of(figure, before, names);
    boolean parts =
        Stream.of(rows, old)
            .flatMap(all -> all.values().stream())
            .anyMatch(one -> one.of() != null);
    Part none = parts ? new Part(0, 0L) : Part.NONE;
    List<String> keys = new ArrayList<>(figure.rows().keySet());
    if (keys.isEmpty()) {
      keys.addAll(rows.keySet());
      new TreeSet<>(old.keySet()).stream().filter(key -> !keys.contains(key)).forEach(keys::add);
      if (figure != Figure.load) {
        keys.sort(
            Comparator.comparing((String key) -> -rows.getOrDefault(key, Part.NONE).number())
                .thenComparing(key -> names.of(figure, key).fr()));
      }
    }
    return new SheetView(
        figure,
        figure.title(),
        keys.stream()
            .map(
                key -> {
                  Part part = rows.getOrDefault(key, none);
                  Part other = old.getOrDefault(key, none);
                  return new RowView(
                      key,
                      names.of(figure, key),
                      part.number(),
                      part.of(),
                      other.number(),
                      other.of());
                })
            .toList());
  }
}
