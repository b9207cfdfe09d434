package fr.porteouverte.event;

import fr.porteouverte.permanence.Particulars;
import fr.porteouverte.permanence.Terms;
import fr.porteouverte.site.OpeningMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A workshop as a manager enters it. Times are the house's. */
@Schema(name = "WorkshopForm")
public record WorkshopForm(
    @Schema(required = true) String siteId,
    @Schema(required = true, description = "At most " + Particulars.LONGEST_TITLE + " characters")
        EventText title,
    @Schema(
            required = true,
            format = "date",
            description = "One of the event's days, at most " + Terms.WINDOW_DAYS + " days ahead")
        String date,
    @Schema(required = true, examples = "14:00") String from,
    @Schema(required = true, examples = "16:00", description = "At most 8 hours later") String to,
    @Schema(required = true, minimum = "1", maximum = "" + Terms.MOST_CAPACITY) Integer capacity,
    @Schema(description = "Absent: one that is made for workshops of this title")
        @Nullable String procedureId,
    @Schema(description = "Who holds it; absent: the house's own clerks")
        @Nullable String partnerId,
    @Schema(description = "Where in the house; at most " + Particulars.LONGEST_ROOM + " characters")
        @Nullable String room,
    @Schema(description = "By appointment unless it says walkIn or both")
        @Nullable OpeningMode mode) {}
