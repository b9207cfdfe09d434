package fr.porteouverte.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that was looked at, in the one form in which it is called: nothing reads the written
 * one a second time, and differently. Where its name leads is asked at each call.
 */
public final class SafeAddress {
  /** Of the text of an address. */
  public static final int LONGEST = 500;

  /** Scheme, host and port, when there are no name and no password. */
  private static final Pattern SERVER =
      Pattern.compile("(\\[[^\\]]*]|[^:\\[\\]]+)(?::([0-9]{1,5}))?");

  private final String scheme;
  private final Host host;
  private final int port;
  private final String path;

  private SafeAddress(String scheme, Host host, int port, String path) {
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.path = path;
  }

  /** Reads http and https; what may be done with it is for others to say. */
  static SafeAddress parse(String written) throws WrongAddress {
    URI uri = uri(written.strip());
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String authority = uri.getRawAuthority();
    if (!(scheme.equals("https") || scheme.equals("http")) || authority == null) {
      throw new WrongAddress(WrongAddress.Why.form);
    }
    if (authority.contains("@")) {
      throw new WrongAddress(WrongAddress.Why.person);
    }
    Matcher server = SERVER.matcher(authority);
    if (!server.matches()) {
      throw new WrongAddress(WrongAddress.Why.form);
    }
    Host host = Host.of(server.group(1));
    int port =
        server.group(2) != null
            ? Integer.parseInt(server.group(2))
            : scheme.equals("https") ? 443 : 80;
    if (port < 1 || port > 65_535) {
      throw new WrongAddress(WrongAddress.Why.port);
    }
    return new SafeAddress(scheme, host, port, path(uri));
  }

  private static URI uri(String written) throws WrongAddress {
    if (written.length() > LONGEST) {
      throw new WrongAddress(WrongAddress.Why.form);
    }
    try {
      return new URI(written);
    } catch (URISyntaxException unreadable) {
      throw new WrongAddress(WrongAddress.Why.form);
    }
  }

  private static String path(URI uri) throws WrongAddress {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return uri("https://h" + path + query).toASCIIString().substring("https://h".length());
  }

  boolean plain() {
    return scheme.equals("http");
  }

  Host host() {
    return host;
  }

  int port() {
    return port;
  }

  /** All of it, as it is kept and called. A path may be a secret: not for logs. */
  public String text() {
    return server() + path;
  }

  /** Scheme, host and port: what may stand in a log. */
  public String server() {
    boolean usual = port == (plain() ? 80 : 443);
    return scheme + "://" + host.name() + (usual ? "" : ":" + port);
  }

  @Override
  public String toString() {
    return server();
  }
}
