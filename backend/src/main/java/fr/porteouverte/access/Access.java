package fr.porteouverte.access;

import fr.porteouverte.problem.NotFound;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one place that decides who may act where. Refuses with 401, 403 or 404. */
@RequestScoped
public class Access {
  @Inject SecurityIdentity identity;
  @Inject AgentScopes places;
  @Inject AskedOperation operation;
  private @Nullable CurrentAgent caller;

  public boolean isAnonymous() {
    return identity.isAnonymous();
  }

  /**
   * The logged-in agent, with what the table of rights asks for at this operation and no more; 401
   * without one. Read once per request.
   */
  public CurrentAgent caller() {
    if (isAnonymous()) {
      throw new UnauthorizedException();
    }
    CurrentAgent known = caller;
    if (known == null) {
      String username = identity.getPrincipal().getName();
      AgentScopes.Of read = identity.getAttribute(AgentIdentity.SCOPE);
      AgentScopes.Of where = read == null ? places.of(username) : read;
      Set<String> roles = identity.getRoles();
      known =
          new CurrentAgent(username, roles, where.houses(), where.reach())
              .as(operation.allowed(roles));
      caller = known;
    }
    return known;
  }

  /** Whether the caller is staff of this house; nobody is refused. */
  public boolean actsAt(long site) {
    return !isAnonymous() && caller().mayActAt(site);
  }

  /**
   * As {@link #actsAt}; a system that is bound to partners is staff of their sessions. The
   * partner's own people are not: they need no address to see somebody.
   *
   * @param partner null: the house's own clerks hold it
   */
  public boolean actsAs(long site, @Nullable Long partner) {
    if (actsAt(site)) {
      return true;
    }
    PartnerReach reach = isSystem() ? caller().reach() : null;
    return reach != null && reach.covers(site, partner);
  }

  /** As {@link #actsAs}, but a system is refused elsewhere: it is none of the public. */
  public boolean actsInPlace(long site, @Nullable Long partner) {
    boolean own = actsAs(site, partner);
    if (!own && isSystem()) {
      throw new ForbiddenException();
    }
    return own;
  }

  /** For ids that a guess could hit, as {@link #requireOwn(long)}. */
  public void requireOwnAs(long site, @Nullable Long partner) {
    if (!actsAs(site, partner)) {
      throw new NotFound();
    }
  }

  /** Whether the caller logged in and we know who it is: a client without a row is anybody. */
  public boolean isKnown() {
    return !isAnonymous() && !AgentIdentity.isUnknownMachine(identity);
  }

  private boolean isSystem() {
    return identity.getAttribute(AgentIdentity.INTEGRATOR) != null;
  }

  /** Whether the caller manages this house; nobody is refused. */
  public boolean runs(long site) {
    return !isAnonymous() && caller().runs(site);
  }

  public void requireSite(long site) {
    if (!caller().mayActAt(site)) {
      throw new ForbiddenException();
    }
  }

  /** For ids that a guess could hit: the house of somebody else is as unknown as none at all. */
  public void requireOwn(long site) {
    if (!caller().mayActAt(site)) {
      throw new NotFound();
    }
  }

  /** A session's house or its partner. For ids that a guess could hit, as above. */
  public void requireOwn(long site, @Nullable Long partner) {
    if (!actsFor(site, partner)) {
      throw new NotFound();
    }
  }

  /**
   * @param partner null: the house's own clerks hold it
   */
  public boolean actsFor(long site, @Nullable Long partner) {
    return caller().mayActAt(site) || (partner != null && caller().mayActFor(site, partner));
  }
}
