package fr.porteouverte.account;

import fr.porteouverte.text.TypedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agent as an admin writes it.
 *
 * @param username for ever; small letters, as Keycloak keeps it
 * @param assignments what they are, and where: each role once, with all its places
 */
@Schema(name = "AgentDraft")
public record AgentDraft(
    @NotNull
        @Pattern(regexp = AgentDraft.USERNAME, message = AgentDraft.NO_USERNAME)
        @Schema(examples = "claire.moyaux")
        String username,
    @NotBlank
        @Size(max = TypedText.LONGEST_NAME)
        @Pattern(regexp = AgentDraft.NAME, message = AgentDraft.NO_NAME)
        String firstName,
    @NotBlank
        @Size(max = TypedText.LONGEST_NAME)
        @Pattern(regexp = AgentDraft.NAME, message = AgentDraft.NO_NAME)
        String lastName,
    @Size(max = TypedText.LONGEST_EMAIL) @Nullable String email,
    @NotNull @Size(min = 1, max = 5) List<@NotNull @Valid AssignmentForm> assignments) {

  /** Keycloak's own clients have users of that beginning. */
  static final String USERNAME = "(?!service-account-)[a-z0-9][a-z0-9._-]{1,58}[a-z0-9]";

  static final String NO_USERNAME =
      "De 3 à 60 lettres minuscules sans accent, chiffres, points, tirets."
          + " | 3 to 60 small letters without accents, digits, dots, hyphens.";

  /**
   * Keycloak refuses other names (its validator person-name-prohibited-characters): such an agent
   * could never log in.
   */
  static final String NAME = "[^<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()\\v\\p{Cntrl}]*";

  /** What stands now, as a form would have it. */
  static AgentDraft of(Agent agent) {
    return new AgentDraft(
        agent.username(),
        agent.firstName(),
        agent.lastName(),
        agent.email(),
        AssignmentView.of(agent).stream().map(AssignmentView::form).toList());
  }

  static final String NO_NAME =
      "Un nom n’a pas de signes comme < > & % ! # ? ; * / = ( )."
          + " | A name has no signs such as < > & % ! # ? ; * / = ( ).";
}
