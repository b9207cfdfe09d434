package fr.porteouverte.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.site.Address;
import fr.porteouverte.text.Text;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a link's page shows. Nothing of the people who come but how many they are. */
@Schema(name = "SessionLink")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionLinkView(
    @Schema(required = true, description = "Only an open one confirms") SessionLink.State state,
    @Schema(
            description =
                "Of one that the calendar took back: the house is closed, or changed its hours")
        @Nullable CancellationCause cause,
    @Schema(required = true, description = "By this link or otherwise") boolean confirmed,
    @Schema(required = true) OffsetDateTime start,
    @Schema(required = true) OffsetDateTime end,
    @Schema(required = true, examples = "Europe/Paris") String zone,
    @Schema(required = true) String siteName,
    @Schema(required = true) Address address,
    @Nullable String sitePhone,
    @Schema(required = true) Text partnerName,
    @Schema(required = true, description = "People who have an appointment") int booked,
    @Schema(required = true, description = "First name of whose link it is") String agent) {}
