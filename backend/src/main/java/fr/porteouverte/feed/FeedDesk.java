package fr.porteouverte.feed;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Caller;
import fr.porteouverte.access.Places;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Idempotency;
import fr.porteouverte.http.Ids;
import fr.porteouverte.http.Transactions;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens and revokes the secret addresses of calendars. */
@ApplicationScoped
class FeedDesk {
  private static final int MOST = 100;

  private final CalendarFeeds feeds;
  private final FeedSecret secrets;
  private final FeedNames names;
  private final Permanences permanences;
  private final Sites sites;
  private final Access access;
  private final Places places;
  private final Transactions transactions;
  private final Idempotency idempotency;
  private final Clock clock;
  private final String app;

  FeedDesk(
      CalendarFeeds feeds,
      FeedSecret secrets,
      FeedNames names,
      Permanences permanences,
      Sites sites,
      Access access,
      Places places,
      Transactions transactions,
      Idempotency idempotency,
      Clock clock,
      @ConfigProperty(name = "porte-ouverte.app.url") String app) {
    this.feeds = feeds;
    this.secrets = secrets;
    this.names = names;
    this.permanences = permanences;
    this.sites = sites;
    this.access = access;
    this.places = places;
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.clock = clock;
    this.app = app;
  }

  FeedView create(FeedForm form, Idempotency.Token token) {
    return transactions.call(
        () -> {
          Optional<String> before = idempotency.before(token);
          if (before.isPresent()) {
            return view(feeds.findById(Long.valueOf(before.get())), true);
          }
          CalendarFeed feed = asked(form);
          if (feeds.of(access.caller().username()).size() >= MOST) {
            throw new ProblemException(
                ProblemType.CONFLICT,
                "Vous avez déjà " + MOST + " adresses : supprimez-en d’abord.",
                "You have " + MOST + " addresses already: remove some first.");
          }
          // The secret is of the id, which the row must have first.
          feed.openWith(FeedSecret.digest(UUID.randomUUID().toString()));
          feeds.persistAndFlush(feed);
          feed.openWith(FeedSecret.digest(secrets.of(feed.id())));
          idempotency.made(token, Long.toString(feed.id()));
          return view(feed, true);
        });
  }

  List<FeedView> mine() {
    return transactions.call(
        () ->
            feeds.of(access.caller().username()).stream().map(feed -> view(feed, false)).toList());
  }

  void revoke(long id) {
    String username = access.caller().username();
    transactions.run(
        () ->
            feeds.of(username).stream()
                .filter(feed -> feed.id() == id)
                .findFirst()
                .orElseThrow(NotFound::new)
                .revoke(clock.instant()));
  }

  private CalendarFeed asked(FeedForm form) {
    Caller caller = access.caller();
    if (form.kind() != FeedKind.agent && FieldReader.id(form.id()) == null) {
      throw InvalidRequest.of(
          "id", "De quelle maison ou permanence ?", "Of which house or permanence?");
    }
    return switch (form.kind()) {
      case permanence ->
          CalendarFeed.ofPermanence(
              permanence(Ids.parse(form.id()), caller).id(), caller.username(), clock.instant());
      case site -> {
        Site site = sites.findByIdOptional(Ids.parse(form.id())).orElseThrow(NotFound::new);
        access.requireOwn(site.id());
        yield CalendarFeed.ofSite(site.id(), caller.username(), clock.instant());
      }
      case agent -> {
        if (form.id() != null || places.of(caller.username()).equals(Places.Of.NOWHERE)) {
          throw InvalidRequest.of(
              form.id() == null ? "kind" : "id",
              "Seulement pour vos propres permanences.",
              "Only for your own sessions.");
        }
        yield CalendarFeed.ofAgent(caller.username(), clock.instant());
      }
    };
  }

  private Permanence permanence(long id, Caller caller) {
    return permanences
        .findByIdOptional(id)
        .filter(
            p ->
                caller.mayActAt(p.site().id())
                    || (p.partner() != null && caller.mayActFor(p.partner().id())))
        .orElseThrow(NotFound::new);
  }

  private FeedView view(CalendarFeed feed, boolean withUrl) {
    return new FeedView(
        Ids.of(feed.id()),
        feed.kind(),
        names.of(feed),
        feed.kind() == FeedKind.agent
            ? null
            : Ids.of(feed.kind() == FeedKind.site ? feed.siteId() : feed.permanenceId()),
        withUrl ? app + "/api/v1/feeds/" + secrets.of(feed.id()) + ".ics" : null,
        feed.createdAt().atOffset(ZoneOffset.UTC));
  }
}
