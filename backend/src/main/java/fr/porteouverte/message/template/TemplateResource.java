package fr.porteouverte.message.template;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.message.MessageKind;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.text.Text;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a house says in its messages. For its staff; another house is not found. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/sites/{id}/message-templates")
@Tag(name = "messages")
public class TemplateResource {
  private static final List<String> LANGUAGES = List.of("fr", "en");

  @Inject HouseTemplates store;
  @Inject TemplatePreview preview;
  @Inject Sites sites;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /**
   * The words of one kind in one language.
   *
   * @param own false: those of the product
   */
  @Schema(name = "KindTemplate")
  public record KindTemplate(
      @Schema(required = true) MessageKind kind,
      @Schema(required = true, examples = "fr") String language,
      @Schema(required = true, description = "The house changed them") boolean own,
      @Schema(required = true) MessageTemplate words,
      @Schema(required = true, description = "The product's own") MessageTemplate defaults,
      @Schema(required = true, description = "Of the house's own, for If-Match; -1: it has none")
          int version) {}

  /** What may be left to be filled in. */
  @Schema(name = "MessagePlaceholder")
  public record PlaceholderView(
      @Schema(required = true, description = "Typed as {name}") Placeholder name,
      @Schema(required = true) Text label) {}

  /** All words of a house. */
  @Schema(name = "MessageTemplates")
  public record MessageTemplates(
      @Schema(required = true) List<KindTemplate> items,
      @Schema(required = true) List<PlaceholderView> placeholders) {}

  @GET
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(operationId = "listMessageTemplates", summary = "What a house says in its messages")
  public MessageTemplates list(@PathParam("id") long siteId) {
    return in(
        siteId,
        site -> {
          List<KindTemplate> items = new ArrayList<>();
          for (MessageKind kind : MessageKind.values()) {
            LANGUAGES.forEach(language -> items.add(view(site, kind, language)));
          }
          return new MessageTemplates(
              items,
              Arrays.stream(Placeholder.values())
                  .map(name -> new PlaceholderView(name, name.label()))
                  .toList());
        });
  }

  @PUT
  @Path("/{kind}/{language}")
  @RolesAllowed({Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "changeMessageTemplate",
      summary = "A house's own words for one kind of message",
      description =
          "Needs If-Match with the version in quotes. 400 names every field that is wrong, an"
              + " unknown placeholder too. Messages that wait go with the new words. For a manager of"
              + " the house.")
  public KindTemplate change(
      @PathParam("id") long siteId,
      @PathParam("kind") String kind,
      @PathParam("language") String language,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull MessageTemplate words) {
    MessageKind which = kind(kind, language);
    check(words);
    return in(
        siteId,
        site -> {
          sites.lock(site.id());
          Etag.check(ifMatch, version(site, which, language));
          HouseTemplate own =
              store
                  .own(site.id(), which, language)
                  .orElseGet(() -> new HouseTemplate(site.id(), which, language));
          own.say(words, access.caller().username(), clock.instant());
          store.persistAndFlush(own);
          return view(site, which, language);
        });
  }

  @DELETE
  @Path("/{kind}/{language}")
  @RolesAllowed({Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "resetMessageTemplate",
      summary = "The product's words again",
      description = "Needs If-Match. For a manager of the house.")
  public void reset(
      @PathParam("id") long siteId,
      @PathParam("kind") String kind,
      @PathParam("language") String language,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    MessageKind which = kind(kind, language);
    in(
        siteId,
        site -> {
          sites.lock(site.id());
          Etag.check(ifMatch, version(site, which, language));
          store.own(site.id(), which, language).ifPresent(store::delete);
          return null;
        });
  }

  @POST
  @Path("/{kind}/{language}/preview")
  @RolesAllowed({Role.CLERK, Role.MANAGER, Role.ADMIN})
  @Operation(
      operationId = "previewMessageTemplate",
      summary = "How a message with these words would look",
      description = "For an invented person. Nothing is saved.")
  public TemplatePreview.Preview preview(
      @PathParam("id") long siteId,
      @PathParam("kind") String kind,
      @PathParam("language") String language,
      @NotNull MessageTemplate words) {
    MessageKind which = kind(kind, language);
    check(words);
    return in(siteId, site -> preview.of(site, which, language, words));
  }

  private <T> T in(long siteId, Function<Site, T> work) {
    access.requireOwn(siteId);
    return transactions.call(
        () -> work.apply(sites.findByIdOptional(siteId).orElseThrow(NotFound::new)));
  }

  private KindTemplate view(Site site, MessageKind kind, String language) {
    var own = store.own(site.id(), kind, language).map(HouseTemplate::words);
    MessageTemplate defaults = ProductTemplates.of(kind, language);
    return new KindTemplate(
        kind,
        language,
        own.isPresent(),
        own.orElse(defaults),
        defaults,
        version(site, kind, language));
  }

  private int version(Site site, MessageKind kind, String language) {
    return store.own(site.id(), kind, language).map(HouseTemplate::version).orElse(-1);
  }

  private static void check(MessageTemplate words) {
    var errors = words.errors();
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
  }

  private static MessageKind kind(String kind, String language) {
    if (!LANGUAGES.contains(language)) {
      throw new NotFound();
    }
    return MessageKind.named(kind).orElseThrow(NotFound::new);
  }
}
