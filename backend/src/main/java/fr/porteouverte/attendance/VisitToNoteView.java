package fr.porteouverte.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.attendance.AttendanceView.Paper;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.procedure.ProcedureRef;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A visit that took place and of which nobody noted what it came to. It names nobody. */
@Schema(name = "VisitToNote")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VisitToNoteView(
    @Schema(required = true, description = "It is noted at the ticket's attendance")
        String ticketId,
    @Schema(required = true, examples = "A012") String number,
    @Schema(description = "Where the person was served; absent: no counter said so")
        @Nullable String counterId,
    @Schema(required = true) OffsetDateTime endedAt,
    @Schema(required = true, description = "What the number is for: so a mark has it by itself")
        ProcedureRef procedure,
    @Schema(required = true, description = "The same of the partner") PartnerRef partner,
    @Schema(
            required = true,
            description = "The papers of the procedure, of which some may be missing")
        List<Paper> documents) {}
