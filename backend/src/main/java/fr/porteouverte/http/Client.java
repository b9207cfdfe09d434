package fr.porteouverte.http;

import io.netty.util.NetUtil;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.net.CidrAddress;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is asking, as far as limits and idempotency care. */
@RequestScoped
public class Client {
  /** As the room {@code access} writes it: what counts as one caller that has several names. */
  private static final String ACCOUNT = "porte-ouverte.account";

  @Inject RoutingContext context;
  @Inject SecurityIdentity identity;

  public boolean agent() {
    return !identity.isAnonymous();
  }

  /** For the history: {@code visitor}, or the agent’s username. */
  public String actor() {
    return agent() ? identity.getPrincipal().getName() : "visitor";
  }

  /**
   * The agent's name, the system whatever its key; for the public the browser's number, else {@code
   * public}.
   */
  public String scope(@Nullable UUID browser) {
    String account = identity.getAttribute(ACCOUNT);
    if (account != null) {
      return account;
    }
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
   * <p>Behind a proxy set {@code quarkus.http.proxy.proxy-address-forwarding}: {@link Forwarded}.
   */
  public String address() {
    return address(context.request());
  }

  /** Whether the caller is in one of these networks. */
  public boolean isWithin(List<CidrAddress> networks) {
    InetAddress address = parsed(Forwarded.caller(context.request()));
    return address != null && networks.stream().anyMatch(network -> network.matches(address));
  }

  /** The same, where nobody has been asked who they are. */
  public static String address(HttpServerRequest request) {
    return network(Forwarded.caller(request));
  }

  /** What counts as one address. */
  static String network(@Nullable String written) {
    InetAddress address = parsed(written);
    if (address instanceof Inet6Address) {
      return HexFormat.of().formatHex(address.getAddress(), 0, 8) + "::/64";
    }
    return address == null ? String.valueOf(written) : address.getHostAddress();
  }

  /** An IPv4 address that is written within an IPv6 one (::ffff:192.0.2.1) is that one. */
  static @Nullable InetAddress parsed(@Nullable String written) {
    byte[] bytes = written == null ? null : NetUtil.createByteArrayFromIpAddressString(written);
    try {
      return bytes == null ? null : InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
