package fr.porteouverte.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.text.Text;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event with its workshops. */
@Schema(name = "Event")
public record EventView(
    @Schema(required = true) String id,
    @Schema(required = true, examples = "semaine-portes-ouvertes", description = "Never changes")
        String code,
    @Schema(required = true) Text title,
    @Schema(required = true) Text summary,
    @Schema(required = true, format = "date") String firstDate,
    @Schema(required = true, format = "date", description = "Part of it") String lastDate,
    @Schema(required = true, description = "False: only those who prepare it see it")
        boolean published,
    @Schema(required = true, description = "By start") List<EventSessionView> sessions,
    @Schema(
            required = true,
            description =
                "What the caller may do with the whole: its owners change it; they remove it when"
                    + " each workshop is theirs too")
        List<EventAction> actions,
    @JsonIgnore int version)
    implements Versioned, Made {
  @Override
  public String location() {
    return code;
  }

  static EventView of(Event event, List<EventSessionView> sessions, List<EventAction> actions) {
    return new EventView(
        Ids.of(event.id()),
        event.code(),
        event.title(),
        event.summary(),
        event.firstDate().toString(),
        event.lastDate().toString(),
        event.published(),
        sessions,
        actions,
        event.version());
  }
}
