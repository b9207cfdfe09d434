package fr.porteouverte.webhook;

import fr.porteouverte.change.ChangeType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address that is to be told of changes. */
@Schema(name = "WebhookForm")
public record WebhookForm(
    @Schema(
            required = true,
            maxLength = 500,
            description = "https, of a server that is public",
            examples = "https://www.example.org/porte-ouverte")
        @Nullable String url,
    @Schema(
            description =
                "Of what it hears; none: all that the scopes of the system open, for a token with all"
                    + " of them")
        @Nullable List<@Nullable ChangeType> types,
    @Schema(
            description =
                "Ids of houses. An empty list is the same as none at all: all houses that the system"
                    + " is bound to, those that it gets later, too")
        @Nullable List<@Nullable String> sites,
    @Schema(
            description =
                "The system that it belongs to, when an administrator enters it; a system leaves"
                    + " it out")
        @Nullable String integratorId) {

  /**
   * The same, checked.
   *
   * @param sites null: all
   */
  record Read(String url, Collection<ChangeType> types, @Nullable Set<Long> sites) {}
}
