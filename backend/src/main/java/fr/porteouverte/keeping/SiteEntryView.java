package fr.porteouverte.keeping;

import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.site.Site;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A house as those see it who keep it. */
@Schema(name = "SiteEntry")
public record SiteEntryView(
    @Schema(required = true) String id,
    @Schema(required = true, description = "As in the ETag") int version,
    @Schema(required = true, description = "It is in the national list") boolean listed,
    @Schema(required = true, description = "The public sees it, unless it is archived")
        boolean live,
    @Schema(required = true, description = "Nobody uses it any more") boolean archived,
    @Schema(required = true, description = "What a change sends again") SiteForm form)
    implements Made, Versioned {
  @Override
  public String location() {
    return id + "/entry";
  }

  static SiteEntryView of(Site site, SiteForm form) {
    return new SiteEntryView(
        Ids.of(site.id()),
        site.version(),
        site.officialId() != null,
        site.live(),
        site.archived(),
        form);
  }
}
