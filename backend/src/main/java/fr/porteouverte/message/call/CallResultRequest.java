package fr.porteouverte.message.call;

import fr.porteouverte.http.FieldReader;
import fr.porteouverte.text.TypedText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param slotId to which the appointment moves; needed for {@code moved} only
 */
@Schema(name = "CallResultRequest")
public record CallResultRequest(
    @NotNull @Schema(required = true) CallResult.Result result,
    @Schema(description = "For `moved`: the new slot") @Nullable String slotId,
    @Size(max = TypedText.LONGEST_NOTE) @Nullable String note) {

  void check() {
    FieldReader reader = new FieldReader();
    if (result == CallResult.Result.moved) {
      reader.required("slotId", slotId);
    } else if (slotId != null) {
      reader.wrong(
          "slotId", "Un créneau ne va qu’avec « moved ».", "A slot goes with \"moved\" only.");
    }
    reader.check();
  }

  /** Of what moved, once it is checked. */
  String newSlot() {
    return Objects.requireNonNull(slotId);
  }

  @Nullable String cleanNote() {
    return note == null || note.isBlank() ? null : note.strip();
  }
}
