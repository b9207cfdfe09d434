package fr.porteouverte.outbound;

import java.net.InetAddress;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Apache's client without what would call anything else than it was told to. */
final class BareClient {
  private static final int MOST_AT_ONCE = 500;

  private BareClient() {}

  /**
   * @param resolver the only one to say where to connect
   * @param trust null: whom Java trusts
   */
  static CloseableHttpClient of(Resolver resolver, Duration timeout, @Nullable SSLContext trust) {
    Timeout most = Timeout.of(timeout);
    SSLContext trusted = trust == null ? SSLContexts.createDefault() : trust;
    var heads = Http1Config.custom().setMaxLineLength(8_192).setMaxHeaderCount(64).build();
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(dns(resolver))
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(trusted))
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(heads).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(most).setSocketTimeout(most).build())
            .setMaxConnTotal(MOST_AT_ONCE)
            .setMaxConnPerRoute(MOST_AT_ONCE)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(most)
                .setResponseTimeout(most)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setUserAgent("Porte-ouverte")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  private static DnsResolver dns(Resolver resolver) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws java.net.UnknownHostException {
        return resolver.addresses(host);
      }

      /** Only Kerberos asks, and we have none. */
      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }
}
