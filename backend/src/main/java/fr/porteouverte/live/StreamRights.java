package fr.porteouverte.live;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.AgentScopes;
import fr.porteouverte.access.CurrentAgent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends what somebody follows soon after they have no right to it any more. */
@ApplicationScoped
class StreamRights {
  @Inject Access access;
  @Inject AgentScopes places;
  @Inject LiveSettings settings;

  private static final class Over extends RuntimeException {}

  <T> Multi<T> whileAt(long site, Multi<T> events) {
    String username = access.caller().username();
    // A machine is in no register: its token alone ends it.
    return places.of(username).standing() == AgentScopes.Standing.unknown
        ? events
        : ending(username, site, events);
  }

  private <T> Multi<T> ending(String username, long site, Multi<T> events) {
    Multi<T> asks =
        Multi.createFrom()
            .ticks()
            .every(settings.rights())
            .onOverflow()
            .drop()
            .emitOn(Infrastructure.getDefaultWorkerPool())
            .onItem()
            .transformToMultiAndConcatenate(
                tick -> {
                  if (!CurrentAgent.of(username, places.of(username)).mayActAt(site)) {
                    throw new Over();
                  }
                  return Multi.createFrom().empty();
                });
    return Multi.createBy()
        .merging()
        .streams(events, asks)
        .onFailure(Over.class)
        .recoverWithCompletion();
  }
}
