package fr.porteouverte.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The agents' users in Keycloak, through a service account that may manage users and nothing else.
 * Every call goes over the network: never inside a transaction.
 */
@ApplicationScoped
public class KeycloakUsers {
  private static final Set<String> OUR_ROLES =
      Arrays.stream(AgentRole.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  @Inject Keycloak keycloak;
  @Inject AccountSettings settings;

  @ConfigProperty(name = "quarkus.keycloak.admin-client.realm")
  String realm;

  @ConfigProperty(name = "porte-ouverte.demo.enabled", defaultValue = "false")
  boolean demo;

  @ConfigProperty(name = "porte-ouverte.demo.password")
  Optional<String> demoPassword;

  /**
   * Makes Keycloak say what the agent's row says: finds the user of that username or creates it,
   * then gives it the one role. Doing it again changes nothing.
   *
   * @return the user's id in Keycloak
   * @throws LoginRefusal Keycloak is there and says no
   * @throws jakarta.ws.rs.ProcessingException it is not there
   */
  String ensure(AgentView agent) {
    try {
      return bringUpToDate(agent);
    } catch (WebApplicationException answer) {
      throw LoginRefusal.of(answer.getResponse());
    }
  }

  /** Whether Keycloak is there and knows us; throws as {@link #ensure} does. */
  void requireLogin() {
    try {
      keycloak.tokenManager().getAccessToken();
    } catch (WebApplicationException answer) {
      throw LoginRefusal.of(answer.getResponse());
    }
  }

  private String bringUpToDate(AgentView agent) {
    UsersResource users = keycloak.realm(realm).users();
    Optional<UserRepresentation> known =
        users.searchByUsername(agent.username(), true).stream().findFirst();
    String id = known.map(UserRepresentation::getId).orElseGet(() -> create(users, agent));
    UserResource user = users.get(id);
    known
        .filter(Predicate.not(found -> says(found, agent)))
        .ifPresent(found -> rename(user, found, agent));
    giveRole(user.roles().realmLevel(), agent.role().name());
    if (known.isEmpty() && settings.invite() && agent.email() != null) {
      user.executeActionsEmail(List.of("UPDATE_PASSWORD"));
    }
    return id;
  }

  private String create(UsersResource users, AgentView agent) {
    UserRepresentation user = new UserRepresentation();
    user.setUsername(agent.username());
    user.setEnabled(true);
    write(user, agent);
    demoPassword
        .filter(password -> demo)
        .ifPresent(
            password -> {
              CredentialRepresentation credential = new CredentialRepresentation();
              credential.setType(CredentialRepresentation.PASSWORD);
              credential.setValue(password);
              credential.setTemporary(false);
              user.setCredentials(List.of(credential));
            });
    try (Response created = users.create(user)) {
      if (created.getStatus() != Response.Status.CREATED.getStatusCode()) {
        throw LoginRefusal.of(created);
      }
      return CreatedResponseUtil.getCreatedId(created);
    }
  }

  private static void rename(UserResource user, UserRepresentation found, AgentView agent) {
    write(found, agent);
    user.update(found);
  }

  private static void write(UserRepresentation user, AgentView agent) {
    user.setFirstName(agent.firstName());
    user.setLastName(agent.lastName());
    if (!Objects.equals(agent.email(), user.getEmail())) {
      user.setEmail(agent.email());
      // An admin wrote it down; whether it is theirs shows when the invitation is answered.
      user.setEmailVerified(false);
    }
  }

  private static boolean says(UserRepresentation user, AgentView agent) {
    return agent.firstName().equals(user.getFirstName())
        && agent.lastName().equals(user.getLastName())
        && Objects.equals(agent.email(), user.getEmail());
  }

  private static void giveRole(RoleScopeResource roles, String wanted) {
    List<RoleRepresentation> has =
        roles.listAll().stream().filter(role -> OUR_ROLES.contains(role.getName())).toList();
    List<RoleRepresentation> tooMany =
        has.stream().filter(role -> !role.getName().equals(wanted)).toList();
    if (!tooMany.isEmpty()) {
      roles.remove(tooMany);
    }
    if (has.size() == tooMany.size()) {
      // "Available" needs no right to read the realm's roles, only to manage its users.
      roles.add(
          roles.listAvailable().stream().filter(role -> role.getName().equals(wanted)).toList());
    }
  }
}
