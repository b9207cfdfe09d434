package fr.porteouverte.account;

import fr.porteouverte.text.TypedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who runs the network first, as they write it themselves. */
@Schema(name = "FirstAdministrator")
record FirstAdministrator(
    @NotNull
        @Pattern(regexp = AgentDraft.USERNAME, message = AgentDraft.NO_USERNAME)
        @Schema(examples = "anne.dubois")
        String username,
    @NotBlank
        @Size(max = TypedText.LONGEST_NAME)
        @Pattern(regexp = AgentDraft.NAME, message = AgentDraft.NO_NAME)
        String firstName,
    @NotBlank
        @Size(max = TypedText.LONGEST_NAME)
        @Pattern(regexp = AgentDraft.NAME, message = AgentDraft.NO_NAME)
        String lastName,
    @Size(max = TypedText.LONGEST_EMAIL) @Nullable String email) {

  AgentDraft draft() {
    return new AgentDraft(
        username, firstName, lastName, email, List.of(AssignmentForm.of(AgentRole.admin)));
  }
}
