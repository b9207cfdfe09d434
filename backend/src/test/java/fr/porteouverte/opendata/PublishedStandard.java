package fr.porteouverte.opendata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.fge.jsonschema.core.exceptions.ProcessingException;
import com.github.fge.jsonschema.core.report.ProcessingReport;
import com.github.fge.jsonschema.main.JsonSchema;
import com.github.fge.jsonschema.main.JsonSchemaFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The schema as La MedNum published it (a Table Schema): its constraints, word by word, as a JSON
 * Schema that a library holds rows against.
 */
final class PublishedStandard {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> names = new ArrayList<>();
  private final JsonSchema schema;

  PublishedStandard() {
    try (InputStream file =
        PublishedStandard.class.getResourceAsStream(
            "/opendata/standard-mediation-num-1.0.2.json")) {
      ObjectNode row = JSON.createObjectNode();
      row.put("$schema", "http://json-schema.org/draft-04/schema#").put("type", "object");
      row.put("additionalProperties", false);
      ObjectNode properties = row.putObject("properties");
      var required = row.putArray("required");
      for (JsonNode field : JSON.readTree(Objects.requireNonNull(file)).path("fields")) {
        String name = field.path("name").asText();
        names.add(name);
        properties.set(name, constraints(field));
        if (field.path("constraints").path("required").asBoolean()) {
          required.add(name);
        }
      }
      schema = JsonSchemaFactory.byDefault().getJsonSchema(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ProcessingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static ObjectNode constraints(JsonNode field) {
    ObjectNode rule = JSON.createObjectNode();
    boolean number = field.path("type").asText().equals("number");
    rule.put("type", number ? "number" : "string");
    JsonNode constraints = field.path("constraints");
    if (constraints.has("pattern")) {
      rule.set("pattern", constraints.get("pattern"));
    }
    if (constraints.has("maxLength")) {
      rule.set("maxLength", constraints.get("maxLength"));
    }
    if (field.path("type").asText().equals("date")) {
      rule.put("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
    }
    if (constraints.path("required").asBoolean()) {
      rule.put("minLength", 1);
    }
    return rule;
  }

  /** The columns of a file, in order. */
  List<String> names() {
    return names;
  }

  /** What is wrong with a row; empty: nothing. Values are those of JSON. */
  List<String> complaints(Map<String, ?> row) {
    try {
      ProcessingReport report = schema.validate(JSON.valueToTree(row), true);
      List<String> complaints = new ArrayList<>();
      report.forEach(message -> complaints.add(message.toString()));
      return complaints;
    } catch (ProcessingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
