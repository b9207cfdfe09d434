package fr.porteouverte.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end. Without a trusted proxy that is the connection, whatever headers claim.
 * Behind one it is whom the proxy saw: what it adds stands last in X-Forwarded-For; all before may
 * be the caller's own invention, and Quarkus believes the first.
 */
final class Forwarded {
  private static final String HEADER = "X-Forwarded-For";

  private Forwarded() {}

  static @Nullable String caller(HttpServerRequest request) {
    String connected = host(request.connection().remoteAddress());
    String believed = host(request.remoteAddress());
    // The same: Quarkus trusts nobody here (quarkus.http.proxy), or not this one.
    if (believed == null || believed.equals(connected)) {
      return connected;
    }
    String seen = last(request.headers().getAll(HEADER));
    return seen == null || Client.parsed(seen) == null ? connected : seen;
  }

  private static @Nullable String host(@Nullable SocketAddress address) {
    return address == null ? null : address.hostAddress();
  }

  private static @Nullable String last(List<String> headers) {
    if (headers.isEmpty()) {
      return null;
    }
    String whole = headers.get(headers.size() - 1);
    String one = whole.substring(whole.lastIndexOf(',') + 1).strip();
    if (one.startsWith("[")) {
      int end = one.indexOf(']');
      return end < 0 ? one : one.substring(1, end);
    }
    // Of IPv4 a port may follow; IPv6 without brackets has none.
    return one.indexOf(':') >= 0 && one.indexOf(':') == one.lastIndexOf(':')
        ? one.substring(0, one.indexOf(':'))
        : one;
  }
}
