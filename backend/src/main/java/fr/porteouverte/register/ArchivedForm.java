package fr.porteouverte.register;

import fr.porteouverte.http.FieldReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether a row is archived. */
@Schema(name = "ArchivedForm")
public record ArchivedForm(@Schema(required = true) @Nullable Boolean archived) {

  public boolean read() {
    FieldReader fields = new FieldReader();
    return fields.checked(fields.required("archived", archived));
  }
}
