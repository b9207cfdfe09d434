package fr.porteouverte.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.change.ChangeType;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.site.Site;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An address that is told of changes, as its system and an administrator read it. */
@Schema(name = "Webhook")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookView(
    @Schema(required = true) String id,
    @Schema(required = true) String integratorId,
    @Schema(required = true) String url,
    @Schema(required = true, description = "None: all that the scopes open") List<ChangeType> types,
    @Schema(description = "Ids of houses; absent: all of the system") @Nullable List<String> sites,
    @Schema(description = "The same houses with their names, by name") @Nullable List<House> houses,
    @Schema(
            required = true,
            description =
                "pending: it has to answer a ping first. off: it is told nothing until it answers"
                    + " one again")
        EndpointState state,
    @Schema(
            description =
                "Of one that is off. gone: it answered 410. failing: it answered nothing good for"
                    + " three days. notAllowed: the system may not have it any more")
        @Nullable OffWhy offWhy,
    @Nullable Instant offAt,
    @Schema(description = "Since when nothing was answered with 2xx; absent: it answers")
        @Nullable Instant failingSince,
    @Schema(description = "How many deliveries wait", required = true) long waiting,
    @Schema(description = "Until when what is sent is signed with the secret before, too")
        @Nullable Instant secretBeforeUntil,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true, description = "Username") String createdBy,
    @Schema(
            readOnly = true,
            description =
                "Of a secret that was made just now, as Standard Webhooks writes it. Nobody can"
                    + " read it again")
        @Nullable String newSecret,
    @JsonIgnore int version)
    implements Versioned, Made {

  /** A house that it hears of. */
  @Schema(name = "WebhookHouse")
  public record House(@Schema(required = true) String id, @Schema(required = true) String name) {}

  /** How its telling goes. */
  record Pace(@Nullable Instant failingSince, long waiting) {}

  @Override
  public String location() {
    return id;
  }

  /**
   * @param houses those that it hears of; of one that hears of all: none
   * @param secret null: none was made now
   */
  static WebhookView of(
      WebhookEndpoint one, List<Site> houses, Pace pace, Instant now, @Nullable String secret) {
    Set<Long> sites = one.sites();
    Instant until = one.beforeUntil();
    return new WebhookView(
        Ids.of(one.id()),
        Ids.of(one.integratorId()),
        one.url(),
        one.types(),
        sites == null ? null : sites.stream().sorted().map(Ids::of).toList(),
        sites == null ? null : named(houses),
        one.state(),
        one.offWhy(),
        one.offAt(),
        pace.failingSince(),
        pace.waiting(),
        until != null && now.isBefore(until) ? until : null,
        one.createdAt(),
        one.createdBy(),
        secret,
        one.version());
  }

  private static List<House> named(List<Site> houses) {
    return houses.stream()
        .sorted(Comparator.comparing(Site::name).thenComparing(Site::id))
        .map(site -> new House(Ids.of(site.id()), site.name()))
        .toList();
  }
}
