package fr.porteouverte.feed;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Colleagues;
import fr.porteouverte.access.CurrentAgent;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.AppAddress;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens and revokes the secret addresses of calendars. */
@ApplicationScoped
class FeedService {
  private static final int MOST = 100;

  @Inject CalendarFeeds feeds;
  @Inject FeedSecret secrets;
  @Inject FeedNames names;
  @Inject FeedRights rights;
  @Inject Colleagues colleagues;
  @Inject Permanences permanences;
  @Inject Sites sites;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Clock clock;

  @Inject AppAddress app;

  FeedView create(FeedForm form, Idempotency.Token token) {
    return transactions.call(
        () -> {
          Optional<String> before = idempotency.before(token);
          if (before.isPresent()) {
            return view(
                feeds.findByIdOptional(Long.valueOf(before.get())).orElseThrow(NotFound::new),
                true);
          }
          CalendarFeed feed = asked(form);
          if (!rights.stand(feed)) {
            // An admin of Keycloak whom the register of agents does not know.
            throw new ProblemException(
                ProblemType.CONFLICT,
                "Votre compte n’est pas au registre des agents : l’adresse ne marcherait pas.",
                "Your account is not in the register of agents: the address would not work.");
          }
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

  /** Everybody's of a house, for who manages it: an address outlives who asked for it. */
  List<FeedView> at(long siteId) {
    if (!manages(siteId)) {
      throw new NotFound();
    }
    return transactions.call(
        () -> feeds.at(siteId).stream().map(feed -> view(feed, false)).toList());
  }

  /** Again: the same answer. */
  void revoke(long id) {
    transactions.run(
        () ->
            feeds
                .findByIdOptional(id)
                .filter(feed -> isOwn(feed) || isOfOwnHouse(feed))
                .orElseThrow(NotFound::new)
                .revoke(clock.instant()));
  }

  private boolean isOwn(CalendarFeed feed) {
    return feed.createdBy().equals(access.caller().username());
  }

  private boolean isOfOwnHouse(CalendarFeed feed) {
    return switch (feed.kind()) {
      case agent -> false;
      case site -> manages(feed.siteId());
      case permanence -> manages(permanences.findById(feed.permanenceId()).site().id());
    };
  }

  private boolean manages(long siteId) {
    return access.runs(siteId);
  }

  private CalendarFeed asked(FeedForm form) {
    CurrentAgent caller = access.caller();
    if (form.kind() != FeedKind.agent && FieldReader.id(form.id()) == null) {
      throw InvalidRequest.of(
          "id", "De quelle maison ou permanence ?", "Of which house or permanence?");
    }
    return switch (form.kind()) {
      case permanence ->
          CalendarFeed.ofPermanence(
              permanence(Ids.parse(form.id())).id(), caller.username(), clock.instant());
      case site -> {
        Site site = sites.findByIdOptional(Ids.parse(form.id())).orElseThrow(NotFound::new);
        access.requireOwn(site.id());
        yield CalendarFeed.ofSite(site.id(), caller.username(), clock.instant());
      }
      case agent -> {
        if (form.id() != null || !rights.worksSomewhere(caller.username())) {
          throw InvalidRequest.of(
              form.id() == null ? "kind" : "id",
              "Seulement pour vos propres permanences.",
              "Only for your own sessions.");
        }
        yield CalendarFeed.ofAgent(caller.username(), clock.instant());
      }
    };
  }

  private Permanence permanence(long id) {
    return permanences
        .findByIdOptional(id)
        .filter(p -> access.actsFor(p.site().id(), p.partner() == null ? null : p.partner().id()))
        .orElseThrow(NotFound::new);
  }

  /** Who has left is known by their username only. */
  private String nameOf(String username) {
    return colleagues
        .named(username)
        .map(person -> person.firstName() + " " + person.lastName())
        .orElse(username);
  }

  private FeedView view(CalendarFeed feed, boolean withUrl) {
    return new FeedView(
        Ids.of(feed.id()),
        feed.kind(),
        names.of(feed),
        feed.kind() == FeedKind.agent
            ? null
            : Ids.of(feed.kind() == FeedKind.site ? feed.siteId() : feed.permanenceId()),
        withUrl ? app.of("/api/v1/feeds/" + secrets.of(feed.id()) + ".ics") : null,
        isOwn(feed) ? null : nameOf(feed.createdBy()),
        feed.createdAt().atOffset(ZoneOffset.UTC));
  }
}
