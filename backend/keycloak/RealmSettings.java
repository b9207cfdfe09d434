import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keycloak reads the realm's file once, into an empty database. This brings a realm that is already there up to what the
 * file and the environment say now: the ways of logging in, the realm's own settings (sessions, mail server, theme), its
 * components, every client of the file, the roles that want a second factor, and the provider of logins. Users, their
 * passwords, second factors and whatever else the realm has stay: other systems' clients, which the API makes, among them.
 * Doing it again changes nothing; cut short anywhere, doing it again completes it. {@code docker compose up} and {@code ./run} do it; see backend/docs/logins.md.
 *
 * <p>One file without a build of ours: it speaks Keycloak's administration with what Java has and Keycloak's own Jackson.
 */
final class RealmSettings {

  static final ObjectMapper JSON = new ObjectMapper();

  private static final String PASSKEY = "passkey";

  /** The client of the file that stands for all other systems; the names of those that the API makes begin so. */
  private static final String SYSTEM = "porte-ouverte-integrator-demo";
  private static final String SYSTEMS = "po-";

  private final Administration realm;
  private final JsonNode file;

  private RealmSettings(Administration realm, JsonNode file) {
    this.realm = realm;
    this.file = file;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    var file = JSON.readTree(filled(Files.readString(Path.of(environment("REALM_FILE", "/opt/keycloak/data/import/porte-ouverte-realm.json")))));
    new RealmSettings(new Administration(), file).tell();
  }

  private void tell() throws IOException, InterruptedException {
    roles();
    scopesOfSystems();
    clients();
    systems();
    passkeys();
    var ways = new Ways(realm, file);
    ways.prepare();
    secondFactors();
    tellRealm(ways);
    components();
    machines();
    provider(ways);
    ways.forgetOthers();
  }

  /** The realm's own fields. With them its ways of logging in change, all in one request. */
  private void tellRealm(Ways ways) throws IOException, InterruptedException {
    ObjectNode said = JSON.createObjectNode();
    for (var field : file.properties()) {
      // What is above is the realm's own; below stand its parts.
      if (field.getKey().equals("roles")) break;
      said.set(field.getKey(), field.getValue());
    }
    said.remove("realm");
    for (var binding : List.of("browserFlow", "resetCredentialsFlow")) said.put(binding, ways.name(file.path(binding).asText()));
    realm.put("", said);
  }

  /** All roles of the file are there, described as it says. */
  private void roles() throws IOException, InterruptedException {
    for (var said : file.path("roles").path("realm")) {
      String at = "/roles/" + said.path("name").asText();
      var there = realm.find(at);
      if (there == null) realm.post("/roles", said);
      else if (!there.path("description").equals(said.path("description"))) realm.put(at, said);
    }
  }

  private void clients() throws IOException, InterruptedException {
    for (var said : file.path("clients")) {
      JsonNode there = client(said.path("clientId").asText());
      ObjectNode told = said.deepCopy();
      // One that nobody names here stays what it is.
      if (told.path("secret").asText().isEmpty()) told.remove("secret");
      String at = "/clients/" + (there == null ? realm.create("/clients", told) : there.path("id").asText());
      if (there != null) realm.put(at, told);
      if (said.has("protocolMappers")) mappers(at + "/protocol-mappers/models", said.path("protocolMappers"));
      if (said.has("defaultClientScopes")) scopes(at + "/default-client-scopes", said.path("defaultClientScopes"));
    }
  }

  /** What is in a client's tokens: telling the client leaves these as they were, so each is told by itself. */
  private void mappers(String at, JsonNode wanted) throws IOException, InterruptedException {
    var others = new HashMap<String, String>();
    for (var mapper : realm.get(at)) others.put(mapper.path("name").asText(), mapper.path("id").asText());
    for (var mapper : wanted) {
      String id = others.remove(mapper.path("name").asText());
      if (id == null) realm.post(at, mapper);
      else realm.put(at + "/" + id, mapper.<ObjectNode>deepCopy().put("id", id));
    }
    for (var id : others.values()) realm.deleteIfThere(at + "/" + id);
  }

  private void scopes(String at, JsonNode wanted) throws IOException, InterruptedException {
    var missing = new TreeSet<String>();
    wanted.forEach(scope -> missing.add(scope.asText()));
    for (var scope : realm.get(at)) if (!missing.remove(scope.path("name").asText())) realm.deleteIfThere(at + "/" + scope.path("id").asText());
    for (var scope : realm.get("/client-scopes")) if (missing.remove(scope.path("name").asText())) realm.put(at + "/" + scope.path("id").asText(), null);
    if (!missing.isEmpty()) throw new IllegalStateException("The realm has no scope named " + missing);
  }

  /** {@code null}: there is none of that name. */
  private JsonNode client(String name) throws IOException, InterruptedException {
    for (var there : realm.get("/clients?clientId=" + name)) return there;
    return null;
  }

  /** The realm's components that the file names, such as what is known of a user; those that Keycloak made itself stay. */
  private void components() throws IOException, InterruptedException {
    for (var kind : file.path("components").properties()) {
      for (var said : kind.getValue()) {
        ObjectNode told = said.<ObjectNode>deepCopy().put("providerType", kind.getKey());
        var there = component(told);
        if (there == null) realm.post("/components", told);
        else if (!there.path("config").equals(told.path("config"))) {
          realm.put("/components/" + there.path("id").asText(), told.put("id", there.path("id").asText()).put("parentId", there.path("parentId").asText()));
        }
      }
    }
  }

  /** By its name, where the file gives one; without, there is one of its provider. {@code null}: none. */
  private JsonNode component(JsonNode said) throws IOException, InterruptedException {
    for (var there : realm.get("/components?type=" + said.path("providerType").asText())) {
      boolean same = there.path("providerId").equals(said.path("providerId"));
      if (same && (!said.has("name") || there.path("name").equals(said.path("name")))) return there;
    }
    return null;
  }

  /** What the users of clients may do with the realm: at least what the file says. */
  private void machines() throws IOException, InterruptedException {
    for (var said : file.path("users")) {
      JsonNode client = client(said.path("serviceAccountClientId").asText());
      String mappings = "/users/" + realm.get("/clients/" + client.path("id").asText() + "/service-account-user").path("id").asText() + "/role-mappings";
      give(mappings + "/realm", said.path("realmRoles"));
      for (var wanted : said.path("clientRoles").properties()) {
        give(mappings + "/clients/" + client(wanted.getKey()).path("id").asText(), wanted.getValue());
      }
    }
  }

  private void give(String at, JsonNode roles) throws IOException, InterruptedException {
    if (roles.isEmpty()) return;
    var names = new TreeSet<String>();
    roles.forEach(role -> names.add(role.asText()));
    ArrayNode missing = JSON.createArrayNode();
    for (var role : realm.get(at + "/available")) if (names.contains(role.path("name").asText())) missing.add(role);
    if (!missing.isEmpty()) realm.post(at, missing);
  }

  /** What other systems may ask for is there: what it opens, the API says at every request. */
  private void scopesOfSystems() throws IOException, InterruptedException {
    var missing = new TreeSet<String>(scopesOfASystem());
    for (var scope : realm.get("/client-scopes")) missing.remove(scope.path("name").asText());
    for (var name : missing) {
      ObjectNode said = JSON.createObjectNode().put("name", name).put("protocol", "openid-connect");
      said.putObject("attributes").put("include.in.token.scope", "true").put("display.on.consent.screen", "false");
      realm.create("/client-scopes", said);
    }
  }

  private List<String> scopesOfASystem() {
    var names = new ArrayList<String>();
    for (var said : file.path("clients")) {
      if (said.path("clientId").asText().equals(SYSTEM)) said.path("optionalClientScopes").forEach(scope -> names.add(scope.asText()));
    }
    return names;
  }

  /** A generated client asks with the scopes of the contract: each system may, those too that the API made before. */
  private void systems() throws IOException, InterruptedException {
    var ids = new TreeMap<String, String>();
    for (var scope : realm.get("/client-scopes")) ids.put(scope.path("name").asText(), scope.path("id").asText());
    for (var name : List.of(SYSTEM, SYSTEMS)) {
      for (var system : realm.get("/clients?search=true&clientId=" + name)) {
        if (!system.path("clientId").asText().startsWith(name)) continue;
        String at = "/clients/" + system.path("id").asText() + "/optional-client-scopes";
        var missing = new TreeSet<String>(scopesOfASystem());
        for (var scope : realm.get(at)) missing.remove(scope.path("name").asText());
        for (var scope : missing) realm.put(at + "/" + ids.get(scope), null);
      }
    }
  }

  /**
   * Who asks for this scope prepares a passkey where others prepare a code: see the ways of logging in. The realm's file cannot
   * name it: a file that names one scope has to name all of Keycloak's own.
   */
  private void passkeys() throws IOException, InterruptedException {
    String scope = scope();
    if (scope.isEmpty()) {
      ObjectNode said = JSON.createObjectNode().put("name", PASSKEY).put("protocol", "openid-connect");
      said.putObject("attributes").put("include.in.token.scope", "false").put("display.on.consent.screen", "false");
      scope = realm.create("/client-scopes", said);
    }
    for (var app : realm.get("/clients?clientId=porte-ouverte-app")) {
      realm.put("/clients/" + app.path("id").asText() + "/optional-client-scopes/" + scope, null);
    }
  }

  private String scope() throws IOException, InterruptedException {
    for (var scope : realm.get("/client-scopes")) if (scope.path("name").asText().equals(PASSKEY)) return scope.path("id").asText();
    return "";
  }

  /** The role that Keycloak asks for is part of each role that must have one, and of no other. */
  private void secondFactors() throws IOException, InterruptedException {
    ArrayNode factor = JSON.createArrayNode().add(realm.get("/roles/second-factor"));
    var wanted = List.of(environment("PORTE_OUVERTE_SECOND_FACTOR_ROLES", "").trim().split("\\s+"));
    for (var role : List.of("clerk", "manager", "partner", "observer", "admin")) {
      boolean has = realm.get("/roles/" + role + "/composites/realm").findValuesAsText("name").contains("second-factor");
      if (wanted.contains(role) && !has) realm.post("/roles/" + role + "/composites", factor);
      if (!wanted.contains(role) && has) realm.delete("/roles/" + role + "/composites", factor);
    }
  }

  /** Where else people may log in. None is named: there is none. */
  private void provider(Ways ways) throws IOException, InterruptedException {
    String at = "/identity-provider/instances/provider";
    boolean there = realm.find(at) != null;
    String issuer = environment("PORTE_OUVERTE_PROVIDER_ISSUER", "").replaceAll("/$", "");
    if (issuer.isEmpty()) {
      if (there) realm.delete(at, null);
      return;
    }
    ObjectNode said = providerAt(issuer, ways);
    if (there) realm.put(at, said);
    else realm.post("/identity-provider/instances", said);
    if (!realm.get(at + "/mappers").isEmpty()) return;
    // Its names are not ours: nobody is taken for an agent of ours because they are called the same there.
    ObjectNode mapper = JSON.createObjectNode().put("name", "no name of ours").put("identityProviderAlias", "provider");
    mapper.put("identityProviderMapper", "oidc-username-idp-mapper");
    mapper.putObject("config").put("syncMode", "INHERIT").put("template", "${ALIAS}.${CLAIM.sub}").put("target", "LOCAL");
    realm.post(at + "/mappers", mapper);
  }

  private ObjectNode providerAt(String issuer, Ways ways) throws IOException, InterruptedException {
    ObjectNode from = JSON.createObjectNode().put("providerId", "oidc").put("fromUrl", issuer + "/.well-known/openid-configuration");
    ObjectNode config = (ObjectNode) realm.post("/identity-provider/import-config", from);
    String claim = environmentOrEmpty("PORTE_OUVERTE_PROVIDER_VERIFIED_CLAIM", "email_verified");
    config.put("clientId", environment("PORTE_OUVERTE_PROVIDER_CLIENT_ID", ""));
    config.put("clientSecret", environment("PORTE_OUVERTE_PROVIDER_CLIENT_SECRET", "")).put("clientAuthMethod", "client_secret_post");
    config.put("defaultScope", environment("PORTE_OUVERTE_PROVIDER_SCOPES", "openid profile email"));
    config.put("pkceEnabled", "true").put("pkceMethod", "S256").put("prompt", "login").put("syncMode", "IMPORT");
    config.put("filteredByClaim", Boolean.toString(!claim.isEmpty())).put("claimFilterName", claim).put("claimFilterValue", "true");
    ObjectNode said = JSON.createObjectNode().put("alias", "provider").put("providerId", "oidc").put("enabled", true);
    said.put("displayName", environment("PORTE_OUVERTE_PROVIDER_NAME", "ProConnect"));
    said.put("trustEmail", true).put("storeToken", false).put("addReadTokenRoleOnCreate", false).put("updateProfileFirstLoginMode", "off");
    said.put("firstBrokerLoginFlowAlias", ways.name("porte-ouverte invited"));
    said.put("postBrokerLoginFlowAlias", ways.name("porte-ouverte provider"));
    said.set("config", config);
    return said;
  }

  /** Each {@code ${NAME:default}} as the environment has it, as Keycloak itself reads the file. */
  private static String filled(String text) throws IOException {
    Matcher names = Pattern.compile("\\$\\{([A-Z_]+)(?::([^}]*))?\\}").matcher(text);
    return names.replaceAll(found -> {
      String value = environmentOrEmpty(found.group(1), found.group(2) == null ? "" : found.group(2));
      String quoted = JSON.getNodeFactory().textNode(value).toString();
      return Matcher.quoteReplacement(quoted.substring(1, quoted.length() - 1));
    });
  }

  /** Of the environment; one that is empty is none. */
  static String environment(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  private static String environmentOrEmpty(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null ? otherwise : value;
  }
}

/**
 * The ways of logging in. A realm never has half of them: other ones are built beside those that it uses, under names of their
 * own (the file's, with a number behind), then the realm changes to them in one request, and only then the former go. What the
 * realm uses is the mark of how far this has come.
 */
final class Ways {

  private static final String OURS = "porte-ouverte ";

  private final Administration realm;
  private final JsonNode file;
  private int number;

  Ways(Administration realm, JsonNode file) {
    this.realm = realm;
    this.file = file;
  }

  /** What one of the file's is called in the realm. */
  String name(String inFile) {
    return number == 1 ? inFile : inFile + " " + number;
  }

  /** Those of the file are in the realm, under the names that this tells from now on. */
  void prepare() throws IOException, InterruptedException {
    JsonNode there = exported();
    number = numberOf(there.path("browserFlow").asText());
    boolean used = number > 0 && number == numberOf(there.path("resetCredentialsFlow").asText());
    if (used && meaning(there, number).equals(meaning(file, 1))) return;
    var kept = new TreeSet<Integer>(List.of(0, number, numberOf(there.path("resetCredentialsFlow").asText())));
    for (var provider : realm.get("/identity-provider/instances")) {
      for (var use : List.of("firstBrokerLoginFlowAlias", "postBrokerLoginFlowAlias")) kept.add(numberOf(provider.path(use).asText()));
    }
    // Of one that was cut short.
    forget(there, other -> !kept.contains(other));
    number = kept.last() + 1;
    build();
  }

  /** Whatever ways of ours the realm has no use for any more. */
  void forgetOthers() throws IOException, InterruptedException {
    forget(exported(), other -> other != number);
  }

  /** 0: none of ours. */
  private static int numberOf(String name) {
    if (!name.startsWith(OURS)) return 0;
    var behind = Pattern.compile(" (\\d+)$").matcher(name);
    return behind.find() ? Integer.parseInt(behind.group(1)) : 1;
  }

  private static String inFile(String name) {
    return name.replaceFirst(" \\d+$", "");
  }

  private JsonNode exported() throws IOException, InterruptedException {
    return realm.post("/partial-export", null);
  }

  /** What those of that number do, by their names in the file. */
  private static Map<String, String> meaning(JsonNode of, int number) {
    var configs = new HashMap<String, JsonNode>();
    for (var config : of.path("authenticatorConfig")) configs.put(config.path("alias").asText(), config.path("config"));
    var all = new TreeMap<String, String>();
    for (var way : of.path("authenticationFlows")) {
      if (numberOf(way.path("alias").asText()) != number) continue;
      var steps = new TreeMap<Integer, String>();
      for (var step : way.path("authenticationExecutions")) {
        var told = new TreeMap<String, String>();
        for (var entry : configs.getOrDefault(step.path("authenticatorConfig").asText(), step.path("none")).properties()) {
          told.put(entry.getKey(), inFile(entry.getValue().asText()));
        }
        String does = step.path("authenticator").asText("") + inFile(step.path("flowAlias").asText(""));
        steps.put(step.path("priority").asInt(), step.path("requirement").asText() + " " + does + " " + told);
      }
      all.put(inFile(way.path("alias").asText()), way.path("topLevel").asBoolean() + " " + new ArrayList<>(steps.values()));
    }
    return all;
  }

  private void build() throws IOException, InterruptedException {
    var ids = new HashMap<String, String>();
    for (var way : file.path("authenticationFlows")) {
      ObjectNode said = way.<ObjectNode>deepCopy().put("alias", name(way.path("alias").asText()));
      said.remove("authenticationExecutions");
      ids.put(way.path("alias").asText(), realm.create("/authentication/flows", said));
    }
    for (var way : file.path("authenticationFlows")) {
      for (var step : way.path("authenticationExecutions")) {
        ObjectNode said = RealmSettings.JSON.createObjectNode().put("parentFlow", ids.get(way.path("alias").asText()));
        said.put("requirement", step.path("requirement").asText()).put("priority", step.path("priority").asInt());
        if (step.has("flowAlias")) said.put("authenticatorFlow", true).put("flowId", ids.get(step.path("flowAlias").asText()));
        else said.put("authenticator", step.path("authenticator").asText());
        String id = realm.create("/authentication/executions", said);
        if (step.has("authenticatorConfig")) realm.post("/authentication/executions/" + id + "/config", told(step.path("authenticatorConfig").asText()));
      }
    }
  }

  private ObjectNode told(String alias) {
    for (var config : file.path("authenticatorConfig")) {
      if (!config.path("alias").asText().equals(alias)) continue;
      ObjectNode said = config.<ObjectNode>deepCopy().put("alias", name(alias));
      ObjectNode values = (ObjectNode) said.path("config");
      if (values.has("flow_to_check")) values.put("flow_to_check", name(values.path("flow_to_check").asText()));
      return said;
    }
    throw new IllegalStateException("The realm's file says nothing of " + alias);
  }

  private void forget(JsonNode there, Predicate<Integer> which) throws IOException, InterruptedException {
    // Its parts go with the whole; parts of none were built, and cut short before they belonged to one.
    for (var whole : List.of(true, false)) {
      for (var way : there.path("authenticationFlows")) {
        int its = numberOf(way.path("alias").asText());
        if (its > 0 && which.test(its) && way.path("topLevel").asBoolean() == whole) realm.deleteIfThere("/authentication/flows/" + way.path("id").asText());
      }
    }
    for (var config : there.path("authenticatorConfig")) {
      int its = numberOf(config.path("alias").asText());
      if (its > 0 && which.test(its)) realm.deleteIfThere("/authentication/config/" + config.path("id").asText());
    }
  }
}

/** Keycloak's administration of one realm, as its first administrator. */
final class Administration {

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(20)).build();
  private final String server = RealmSettings.environment("KEYCLOAK_ADDRESS", "").replaceAll("/$", "");
  private final String address = server + "/admin/realms/" + RealmSettings.environment("REALM", "porte-ouverte");
  private String token = "";

  JsonNode get(String path) throws IOException, InterruptedException {
    return body(expected(call("GET", path, null), path));
  }

  /** {@code null}: there is none. */
  JsonNode find(String path) throws IOException, InterruptedException {
    var answer = call("GET", path, null);
    return answer.statusCode() == 404 ? null : body(expected(answer, path));
  }

  JsonNode post(String path, JsonNode said) throws IOException, InterruptedException {
    return body(expected(call("POST", path, said), path));
  }

  /** What was made, by its id. */
  String create(String path, JsonNode said) throws IOException, InterruptedException {
    String made = expected(call("POST", path, said), path).headers().firstValue("Location").orElseThrow();
    return made.substring(made.lastIndexOf('/') + 1);
  }

  void put(String path, JsonNode said) throws IOException, InterruptedException {
    expected(call("PUT", path, said), path);
  }

  void delete(String path, JsonNode said) throws IOException, InterruptedException {
    expected(call("DELETE", path, said), path);
  }

  void deleteIfThere(String path) throws IOException, InterruptedException {
    var answer = call("DELETE", path, null);
    if (answer.statusCode() != 404) expected(answer, path);
  }

  private HttpResponse<String> call(String method, String path, JsonNode said) throws IOException, InterruptedException {
    if (token.isEmpty()) logIn();
    var answer = send(method, path, said);
    if (answer.statusCode() != 401) return answer;
    // It lives for a minute.
    logIn();
    return send(method, path, said);
  }

  private HttpResponse<String> send(String method, String path, JsonNode said) throws IOException, InterruptedException {
    var body = said == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(said.toString());
    var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(2)).header("Authorization", "Bearer " + token);
    return client.send(request.header("Content-Type", "application/json").method(method, body).build(), HttpResponse.BodyHandlers.ofString());
  }

  private void logIn() throws IOException, InterruptedException {
    String form = "grant_type=password&client_id=admin-cli&username=" + encoded("KC_BOOTSTRAP_ADMIN_USERNAME") + "&password=" + encoded("KC_BOOTSTRAP_ADMIN_PASSWORD");
    var request = HttpRequest.newBuilder(URI.create(server + "/realms/master/protocol/openid-connect/token")).timeout(Duration.ofMinutes(2));
    request.header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form));
    token = body(expected(client.send(request.build(), HttpResponse.BodyHandlers.ofString()), "the login")).path("access_token").asText();
  }

  private static String encoded(String name) {
    return URLEncoder.encode(RealmSettings.environment(name, ""), StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> expected(HttpResponse<String> answer, String path) throws IOException {
    if (answer.statusCode() / 100 == 2) return answer;
    throw new IOException(answer.request().method() + " " + path + ": " + answer.statusCode() + " " + answer.body());
  }

  private static JsonNode body(HttpResponse<String> answer) throws IOException {
    return RealmSettings.JSON.readTree(answer.body());
  }
}
