package fr.porteouverte.keeping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.site.OpeningHours.Weekday;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Hours in a cell: {@code monday 09:00-12:30 both}, or a date in the place of the weekday. */
public final class HoursCells {
  private static final Pattern RANGE =
      Pattern.compile(
          "(monday|tuesday|wednesday|thursday|friday|saturday|sunday|\\d{4}-\\d{2}-\\d{2})"
              + " +(\\d{1,2}:\\d{2})-(\\d{1,2}:\\d{2}) +(walkIn|appointment|both)");
  private static final int TIME = 5;

  /** As a house's own are read, so that the same hours in another order are no change. */
  private static final Comparator<JsonNode> IN_ORDER =
      Comparator.<JsonNode, Integer>comparing(HoursCells::weekday)
          .thenComparing(range -> range.path("date").asText())
          .thenComparing(range -> range.path("from").asText());

  private HoursCells() {}

  public static List<String> written(JsonNode ranges) {
    return StreamSupport.stream(ranges.spliterator(), false)
        .map(
            range ->
                range.path(range.has("date") ? "date" : "weekday").asText()
                    + " "
                    + range.path("from").asText()
                    + "-"
                    + range.path("to").asText()
                    + " "
                    + range.path("mode").asText())
        .toList();
  }

  /**
   * @param column whose ranges have a weekday or a date
   */
  public static JsonNode read(List<String> parts, String column, FieldReader fields, String field) {
    String day = column.equals("exceptionalHours") ? "date" : "weekday";
    List<ObjectNode> ranges = new ArrayList<>();
    for (String part : parts) {
      Matcher range = RANGE.matcher(part);
      if (!range.matches() || Character.isDigit(part.charAt(0)) != day.equals("date")) {
        String example = day.equals("date") ? "2026-12-24" : "monday";
        fields.wrong(
            field,
            "« " + part + " » : une plage comme « " + example + " 09:00-12:30 both » est attendue.",
            "\"" + part + "\": a range such as \"" + example + " 09:00-12:30 both\" is expected.");
        continue;
      }
      ranges.add(
          JsonNodeFactory.instance
              .objectNode()
              .put(day, range.group(1))
              .put("from", padded(range.group(2)))
              .put("to", padded(range.group(3)))
              .put("mode", range.group(4)));
    }
    ranges.sort(IN_ORDER);
    return JsonNodeFactory.instance.arrayNode().addAll(ranges);
  }

  private static int weekday(JsonNode range) {
    return range.has("weekday") ? Weekday.valueOf(range.path("weekday").asText()).ordinal() : 0;
  }

  private static String padded(String time) {
    return time.length() < TIME ? "0" + time : time;
  }
}
