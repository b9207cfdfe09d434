package fr.porteouverte.register;

import fr.porteouverte.http.Ids;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change of a row: who, when, and the whole as it was after it. */
@Schema(name = "RegisterChange")
public record RegisterChange(
    @Schema(required = true) String id,
    @Schema(required = true) RegisterAct act,
    @Schema(required = true) OffsetDateTime at,
    @Schema(required = true, description = "A username") String by,
    @Schema(
            required = true,
            description = "The row after the change, as its form: put it again to go back to it")
        Map<String, Object> form) {

  static RegisterChange of(RegisterEntry entry, Map<String, Object> form) {
    return new RegisterChange(
        Ids.of(entry.id()), entry.act(), entry.at().atOffset(ZoneOffset.UTC), entry.actor(), form);
  }
}
