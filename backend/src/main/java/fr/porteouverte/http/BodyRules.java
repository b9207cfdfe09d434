package fr.porteouverte.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import fr.porteouverte.time.MomentWriter;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * How the JSON of every request is read: as the contract says, and nothing that merely resembles
 * it. Once for all bodies, so that no field has to think of it.
 */
@Singleton
public class BodyRules implements ObjectMapperCustomizer {
  private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";
  private static final String HOUR = "\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?";

  /** After all others: of two readers of one type the later one reads. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper json) {
    json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    json.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
    json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    json.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
    for (LogicalType type : List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean)) {
      json.coercionConfigFor(type)
          .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
          .setCoercion(CoercionInputShape.String, CoercionAction.Fail);
    }
    json.coercionConfigFor(LogicalType.Enum)
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    json.addHandler(new WrongFields());
    json.registerModule(
        new SimpleModule("porte-ouverte")
            .addSerializer(OffsetDateTime.class, new MomentWriter())
            .addDeserializer(String.class, new TextReader(false))
            .addDeserializer(
                LocalDate.class, new MomentReader<>(LocalDate.class, DAY, LocalDate::parse))
            .addDeserializer(
                LocalTime.class, new MomentReader<>(LocalTime.class, HOUR, LocalTime::parse))
            .addDeserializer(
                LocalDateTime.class,
                new MomentReader<>(LocalDateTime.class, DAY + "T" + HOUR, LocalDateTime::parse))
            .addDeserializer(
                OffsetDateTime.class,
                new MomentReader<>(
                    OffsetDateTime.class,
                    DAY + "T" + HOUR + "(Z|[+-]\\d\\d:\\d\\d)",
                    OffsetDateTime::parse)));
  }
}
