package fr.porteouverte.imports.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.imports.Departments;
import fr.porteouverte.keeping.HoursCells;
import fr.porteouverte.site.Address;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.SiteKind;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A house of the list as a tree whose fields are compared one by one. An address is one field, and
 * so is a point, and so is a week: half of an old one and half of a new one is nowhere.
 */
final class SiteForms {
  private SiteForms() {}

  static ObjectNode tree(SiteDraft house) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("name", house.name());
    tree.put("kind", house.kind().name());
    Address address = house.address();
    tree.putObject("address")
        .put("street", address.street())
        .put("complement", address.complement())
        .put("postcode", address.postcode())
        .put("commune", address.commune())
        .put("insee", address.insee());
    tree.putObject("point").put("latitude", house.latitude()).put("longitude", house.longitude());
    tree.put("phone", house.phone());
    tree.put("email", house.email());
    tree.put("comment", house.comment());
    tree.put("appointments", house.appointments());
    ArrayNode hours = tree.putArray("hours");
    house.hours().stream().map(SiteForms::text).forEach(hours::add);
    return tree;
  }

  /**
   * The same of a house as its history has it.
   *
   * @param written a line of the history
   */
  static ObjectNode ofHistory(ObjectNode written) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.set("name", written.get("name"));
    tree.set("kind", written.get("kind"));
    ObjectNode address = tree.putObject("address");
    for (String line : List.of("street", "complement", "postcode", "commune", "insee")) {
      address.set(line, written.get(line));
    }
    tree.putObject("point")
        .put("latitude", written.path("latitude").asDouble())
        .put("longitude", written.path("longitude").asDouble());
    for (String line : List.of("phone", "email", "comment", "appointments")) {
      tree.set(line, written.get(line));
    }
    ArrayNode hours = tree.putArray("hours");
    HoursCells.written(written.path("openingHours")).forEach(hours::add);
    return tree;
  }

  private static String text(ImportedHours range) {
    return range.day().name().toLowerCase(Locale.ROOT)
        + " "
        + range.from()
        + "-"
        + range.to()
        + " "
        + range.mode();
  }

  static SiteDraft draft(String officialId, ObjectNode tree) {
    JsonNode address = tree.path("address");
    String insee = address.path("insee").asText();
    List<ImportedHours> hours = new ArrayList<>();
    tree.path("hours").forEach(range -> hours.add(range(range.asText())));
    return new SiteDraft(
        officialId,
        tree.path("name").asText(),
        SiteKind.valueOf(tree.path("kind").asText()),
        new Address(
            address.path("street").asText(),
            text(address.path("complement")),
            address.path("postcode").asText(),
            address.path("commune").asText(),
            insee),
        Departments.of(insee),
        tree.path("point").path("latitude").asDouble(),
        tree.path("point").path("longitude").asDouble(),
        text(tree.path("phone")),
        text(tree.path("email")),
        text(tree.path("comment")),
        tree.path("appointments").asBoolean(),
        hours);
  }

  private static ImportedHours range(String text) {
    String[] part = text.split("[ -]");
    return new ImportedHours(
        DayOfWeek.valueOf(part[0].toUpperCase(Locale.ROOT)),
        LocalTime.parse(part[1]),
        LocalTime.parse(part[2]),
        OpeningMode.valueOf(part[3]));
  }

  private static @Nullable String text(JsonNode value) {
    return value.isTextual() ? value.asText() : null;
  }
}
