package fr.porteouverte.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.keeping.HoursCells;
import fr.porteouverte.procedure.Channel;
import fr.porteouverte.register.RegisterKind;
import fr.porteouverte.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A column of a register's table: a field of its form, by the name that refusals say too.
 *
 * @param name {@code title.fr}: the field within the field
 */
record TableColumn(String name, Type type) {
  private static final String BETWEEN = "|";
  private static final String IF_IT_APPLIES = "?";

  enum Type {
    TEXT,
    NUMBER,
    TRUTH,
    CHANNEL,
    /** Several texts, a bar between them. */
    WORDS,
    /** Codes of papers, a bar between them; a question mark after what is only if it applies. */
    DOCUMENTS,
    DECIMAL,
    /** Ranges such as {@code monday 09:00-12:30 both}, a bar between them. */
    HOURS
  }

  /** In the order in which they stand in the file. */
  static List<TableColumn> of(RegisterKind kind) {
    return switch (kind) {
      case themes -> texts("code", "name.fr", "name.en", "position:NUMBER");
      case partners -> texts("code", "name.fr", "name.en", "url", "bookingUrl");
      case documents -> texts("code", "label.fr", "label.en");
      case procedures ->
          texts(
              "code",
              "title.fr",
              "title.en",
              "partner",
              "theme",
              "durationMinutes:NUMBER",
              "channel:CHANNEL",
              "synonyms:WORDS",
              "documents:DOCUMENTS",
              "referred:TRUTH",
              "sourceUrl",
              "checkedOn");
      case adaptations ->
          texts(
              "site",
              "procedure",
              "durationMinutes:NUMBER",
              "added:DOCUMENTS",
              "removed:WORDS",
              "note");
      case sites ->
          texts(
              "code",
              "name",
              "kind",
              "street",
              "complement",
              "postcode",
              "commune",
              "insee",
              "latitude:DECIMAL",
              "longitude:DECIMAL",
              "phone",
              "email",
              "website",
              "siret",
              "rna",
              "comment",
              "appointments:TRUTH",
              "contactRequired:TRUTH",
              "accessibility:WORDS",
              "accessibilityNote",
              "openingHours:HOURS",
              "exceptionalHours:HOURS",
              "procedures:WORDS",
              "rooms:WORDS");
    };
  }

  private static List<TableColumn> texts(String... names) {
    return Arrays.stream(names)
        .map(name -> name.split(":"))
        .map(part -> new TableColumn(part[0], part.length == 1 ? Type.TEXT : Type.valueOf(part[1])))
        .toList();
  }

  /** The name as {@link CsvRows} spells the names of all columns. */
  String key() {
    return Text.fold(name).replace(' ', '_');
  }

  /** What stands in the cell of a row. */
  String cell(JsonNode form) {
    JsonNode value = form.at("/" + name.replace('.', '/'));
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return switch (type) {
      case WORDS -> String.join(BETWEEN, texts(value));
      case DOCUMENTS -> String.join(BETWEEN, needs(value));
      case HOURS -> String.join(BETWEEN, HoursCells.written(value));
      // Near Greenwich a number has more decimals than elsewhere, and no reader wants its 7.9E-4.
      case DECIMAL -> value.decimalValue().toPlainString();
      default -> value.asText();
    };
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> needs(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(
            need ->
                need.path("document").asText()
                    + (need.path("required").asBoolean() ? "" : IF_IT_APPLIES))
        .toList();
  }

  /** Puts what stands in a cell into the row; what cannot be read is said and left out. */
  void put(ObjectNode form, String cell, FieldReader fields, String at) {
    ObjectNode within = form;
    String field = name;
    int dot = name.indexOf('.');
    if (dot > 0) {
      within = form.withObject("/" + name.substring(0, dot));
      field = name.substring(dot + 1);
    }
    if (!cell.isEmpty()) {
      within.set(field, read(cell, fields, at + name));
    }
  }

  private JsonNode read(String cell, FieldReader fields, String field) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    switch (type) {
      case NUMBER:
        if (cell.matches("\\d{1,6}")) {
          return json.numberNode(Integer.parseInt(cell));
        }
        fields.wrong(field, "Un nombre entier est attendu.", "A whole number is expected.");
        return json.nullNode();
      case DECIMAL:
        if (cell.matches("-?\\d{1,3}([.,]\\d{1,24})?")) {
          return json.numberNode(Double.parseDouble(cell.replace(',', '.')));
        }
        fields.wrong(field, "Un nombre est attendu.", "A number is expected.");
        return json.nullNode();
      case HOURS:
        return HoursCells.read(parts(cell), name, fields, field);
      case TRUTH:
        if (cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false")) {
          return json.booleanNode(cell.equalsIgnoreCase("true"));
        }
        fields.wrong(
            field, "« true » ou « false » est attendu.", "\"true\" or \"false\" is expected.");
        return json.nullNode();
      case CHANNEL:
        List<String> known = Arrays.stream(Channel.values()).map(Channel::name).toList();
        if (!known.contains(cell)) {
          String some = String.join(", ", known);
          fields.wrong(field, "Un parmi " + some + ".", "One of " + some + ".");
          return json.nullNode();
        }
        return json.textNode(cell);
      case WORDS:
        ArrayNode words = json.arrayNode();
        parts(cell).forEach(words::add);
        return words;
      case DOCUMENTS:
        ArrayNode needs = json.arrayNode();
        for (String part : parts(cell)) {
          boolean ifItApplies = part.endsWith(IF_IT_APPLIES);
          String code = ifItApplies ? part.substring(0, part.length() - 1) : part;
          needs.addObject().put("document", code).put("required", !ifItApplies);
        }
        return needs;
      default:
        return json.textNode(cell);
    }
  }

  private static List<String> parts(String cell) {
    List<String> parts = new ArrayList<>();
    for (String part : cell.split("\\|")) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }
}
