package fr.porteouverte.integrator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import fr.porteouverte.access.Scope;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Made;
import fr.porteouverte.http.Versioned;
import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.site.Site;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Another system as an admin reads it. */
@Schema(name = "Integrator")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegratorView(
    @Schema(required = true) String id,
    @Schema(required = true) String name,
    @Schema(required = true) String contactName,
    @Schema(required = true) String contactEmail,
    @Schema(required = true) List<Scope> scopes,
    @Schema(required = true) List<House> sites,
    @Schema(required = true) List<String> departments,
    @Schema(required = true, description = "None: what is of all partners in its places")
        List<PartnerRef> partners,
    @Schema(required = true, description = "The newest first; those that ended too") List<Key> keys,
    @Schema(description = "Of any key; absent: it never came") @Nullable Instant lastUsedAt,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true, description = "Username") String createdBy,
    @Schema(description = "Absent: it may come") @Nullable Instant revokedAt,
    @Schema(description = "Username") @Nullable String revokedBy,
    @Schema(
            description =
                "Of the key that was made just now. It is told this once, and nobody can read it"
                    + " again",
            readOnly = true)
        @Nullable NewKey newKey,
    @JsonIgnore int version)
    implements Versioned, Made {

  /** A house that it is bound to. */
  @Schema(name = "IntegratorSite")
  public record House(@Schema(required = true) String id, @Schema(required = true) String name) {}

  /** A client of the login service; its secret is told once. */
  @Schema(name = "IntegratorKey")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Key(
      @Schema(required = true) String id,
      @Schema(required = true, description = "OAuth's client_id") String clientId,
      @Schema(required = true) Instant createdAt,
      @Schema(required = true, description = "Username") String createdBy,
      @Schema(description = "Good for nothing from then on; absent: no end is set")
          @Nullable Instant endsAt,
      @Schema(description = "To the hour; absent: never") @Nullable Instant lastUsedAt) {}

  /** What the other system logs in with (RFC 6749, 4.4). */
  @Schema(name = "NewIntegratorKey")
  public record NewKey(
      @Schema(required = true) String clientId, @Schema(required = true) String clientSecret) {}

  @Override
  public String location() {
    return id;
  }

  static IntegratorView of(Integrator one) {
    return of(one, null);
  }

  static IntegratorView of(Integrator one, @Nullable NewKey made) {
    List<Key> keys =
        one.keys().stream()
            .sorted(Comparator.comparing(IntegratorKey::id).reversed())
            .map(IntegratorView::key)
            .toList();
    return new IntegratorView(
        Ids.of(one.id()),
        one.name(),
        one.contactName(),
        one.contactEmail(),
        List.copyOf(new TreeSet<>(one.scopes())),
        one.sites().stream()
            .sorted(Comparator.comparing(Site::name).thenComparing(Site::id))
            .map(site -> new House(Ids.of(site.id()), site.name()))
            .toList(),
        one.departments(),
        one.partners(),
        keys,
        keys.stream()
            .map(Key::lastUsedAt)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null),
        one.createdAt(),
        one.createdBy(),
        one.revokedAt(),
        one.revokedBy(),
        made,
        one.version());
  }

  private static Key key(IntegratorKey key) {
    return new Key(
        Ids.of(key.id()),
        key.clientId(),
        key.createdAt(),
        key.createdBy(),
        key.endsAt(),
        key.lastUsedAt());
  }
}
