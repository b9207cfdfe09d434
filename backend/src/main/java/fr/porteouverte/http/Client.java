package fr.porteouverte.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is asking, as far as limits and idempotency care. */
@RequestScoped
public class Client {
  @Inject RoutingContext context;
  @Inject SecurityIdentity identity;

  public boolean agent() {
    return !identity.isAnonymous();
  }

  /** For the history: {@code visitor}, or the agent’s username. */
  public String actor() {
    return agent() ? identity.getPrincipal().getName() : "visitor";
  }

  /** The agent's name; for the public the browser's number, else {@code public}. */
  public String scope(@Nullable UUID browser) {
    if (agent()) {
      return "agent:" + identity.getPrincipal().getName();
    }
    return browser == null ? "public" : "browser:" + browser;
  }

  /** What counts as one browser: its number, or without one its address. */
  public String browser(@Nullable UUID browser) {
    return browser == null ? "address:" + address() : browser.toString();
  }

  /**
   * The caller's network address. Of IPv6 the first 64 bits: a subscriber has them all.
   *
   * <p>Behind a proxy set {@code quarkus.http.proxy.proxy-address-forwarding}.
   */
  public String address() {
    return address(context.request());
  }

  static String address(HttpServerRequest request) {
    String address = request.remoteAddress().hostAddress();
    if (address == null || !address.contains(":")) {
      return String.valueOf(address);
    }
    byte[] bytes = io.netty.util.NetUtil.createByteArrayFromIpAddressString(address);
    return bytes == null || bytes.length < 16
        ? address
        : java.util.HexFormat.of().formatHex(bytes, 0, 8) + "::/64";
  }
}
