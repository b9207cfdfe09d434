package fr.porteouverte.procedure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the register says otherwise since a house looked last at what it adapted. */
@Schema(name = "ChangedBeneath")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Beneath(
    @Schema(description = "The register's duration then; absent: it is the same")
        @Nullable Integer durationBefore,
    @Schema(required = true, description = "Papers that it asks for now, or otherwise, by code")
        List<String> added,
    @Schema(required = true, description = "Papers that it asks for no more, by code")
        List<String> removed) {
  private static final String BETWEEN = "|";
  private static final String IF_IT_APPLIES = "?";
  static final Beneath NOTHING = new Beneath(null, List.of(), List.of());

  static String written(List<DocumentNeed> needs) {
    return needs.stream().map(Beneath::written).collect(Collectors.joining(BETWEEN));
  }

  private static String written(DocumentNeed need) {
    return need.document().code() + (need.required() ? "" : IF_IT_APPLIES);
  }

  static Beneath of(Procedure procedure, int minutesBefore, String documentsBefore) {
    List<String> before =
        Arrays.stream(documentsBefore.split("\\|")).filter(one -> !one.isEmpty()).toList();
    List<String> now = procedure.documents().stream().map(Beneath::written).toList();
    List<String> codes = now.stream().map(Beneath::code).toList();
    return new Beneath(
        procedure.duration().toMinutes() == minutesBefore ? null : minutesBefore,
        now.stream().filter(one -> !before.contains(one)).map(Beneath::code).toList(),
        before.stream().map(Beneath::code).filter(code -> !codes.contains(code)).toList());
  }

  private static String code(String written) {
    return written.endsWith(IF_IT_APPLIES)
        ? written.substring(0, written.length() - IF_IT_APPLIES.length())
        : written;
  }
}
