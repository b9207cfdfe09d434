package fr.porteouverte.account;

import fr.porteouverte.access.Access;
import fr.porteouverte.http.AppAddress;
import fr.porteouverte.outbox.Composer;
import fr.porteouverte.outbox.Content;
import fr.porteouverte.outbox.Draft;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.outbox.OutboxMessage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Mails with a link that gives a password, by the outbox. */
@ApplicationScoped
class Invitations implements Composer {
  static final String KIND = "agentInvited";
  static final Duration GOOD = Duration.ofDays(7);
  private static final String AGENT = "agent/";

  @Inject EntryLinks links;
  @Inject Agents agents;
  @Inject AgentHistory history;
  @Inject Outbox outbox;
  @Inject Access access;
  @Inject AppAddress app;
  @Inject Clock clock;

  /** Checked when the product is built; the HTML one escapes every value. */
  @CheckedTemplate(basePath = "account")
  static class Templates {
    static native TemplateInstance invitation(Page page);

    static native TemplateInstance invitationText(Page page);
  }

  /** What the mail says. */
  record Page(String firstName, String username, String link, long days) {}

  /** Writes the mail; an older link of the same agent leads nowhere any more. */
  void send(Agent agent) {
    UUID link = links.make(agent.id(), GOOD);
    Instant now = clock.instant();
    outbox.write(
        new Draft(
            KIND,
            "entry/" + link,
            AGENT + agent.username(),
            MessageChannel.email,
            null,
            null,
            link.toString(),
            now,
            now.plus(GOOD)));
    history.note(agent.username(), access.caller().username(), AgentHistory.What.invited);
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public Optional<Content> compose(OutboxMessage message) {
    UUID link = UUID.fromString(Objects.requireNonNull(message.detail()));
    return agents
        .byUsername(message.recipient().substring(AGENT.length()))
        .filter(agent -> agent.mayWork() && agent.email() != null && links.stands(link))
        .map(agent -> mail(agent, link));
  }

  private Content mail(Agent agent, UUID link) {
    String secret = links.secret(link);
    Page page =
        new Page(
            agent.firstName(),
            agent.username(),
            app.of("/equipe/invitation/" + link + "#" + secret),
            GOOD.toDays());
    return new Content.Mail(
        Objects.requireNonNull(agent.email()),
        "fr",
        "Votre accès à Porte ouverte – Your access to Porte ouverte",
        Templates.invitationText(page).render(),
        Templates.invitation(page).render(),
        null,
        null,
        secret,
        null);
  }

  @Override
  public Optional<String> secret(OutboxMessage message) {
    return Optional.ofNullable(message.detail()).map(UUID::fromString).map(links::secret);
  }
}
