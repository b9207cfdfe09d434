package fr.porteouverte.figures;

import fr.porteouverte.figures.FiguresView.DayView;
import fr.porteouverte.text.Text;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The days behind one number. */
@Schema(name = "FigureDays")
public record FigureDaysView(
    @Schema(required = true) Figure figure,
    @Schema(required = true) String key,
    @Schema(required = true) Text name,
    @Schema(required = true, description = "Days with anything to count") List<DayView> days) {}
