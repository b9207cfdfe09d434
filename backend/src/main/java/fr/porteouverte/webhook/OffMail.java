package fr.porteouverte.webhook;

import fr.porteouverte.http.AppAddress;
import fr.porteouverte.integrator.KnownSystems;
import fr.porteouverte.outbox.Composer;
import fr.porteouverte.outbox.Content;
import fr.porteouverte.outbox.OutboxMessage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tells the contact of a system that one of its addresses is told nothing any more. */
@ApplicationScoped
class OffMail implements Composer {
  static final String KIND = "webhookOff";
  static final String RECIPIENT = "system/";

  @Inject WebhookEndpoints endpoints;
  @Inject KnownSystems systems;
  @Inject AppAddress app;

  /** Checked when the product is built; the HTML one escapes every value. */
  @CheckedTemplate(basePath = "webhook")
  static class Templates {
    static native TemplateInstance off(Page page);

    static native TemplateInstance offText(Page page);
  }

  /** What the mail says; of the address its server only: the rest may be a secret. */
  record Page(String name, String system, String server, boolean gone, String api) {}

  @Override
  public Set<String> kinds() {
    return Set.of(KIND);
  }

  @Override
  public Optional<Content> compose(OutboxMessage message) {
    return endpoints
        .findByIdOptional(Long.valueOf(Objects.requireNonNull(message.detail())))
        .filter(one -> one.state() == EndpointState.off)
        .flatMap(
            one ->
                systems
                    .contact(one.integratorId())
                    .map(
                        contact ->
                            mail(
                                contact.email(),
                                new Page(
                                    contact.name(),
                                    contact.system(),
                                    URI.create(one.url()).getHost(),
                                    one.offWhy() == OffWhy.gone,
                                    app.of("/api/v1/webhooks/" + one.id() + "/ping")))));
  }

  private static Content mail(String to, Page page) {
    return new Content.Mail(
        to,
        "fr",
        "Votre webhook est arrêté – Your webhook is switched off",
        Templates.offText(page).render(),
        Templates.off(page).render(),
        null,
        null,
        null,
        null);
  }
}
