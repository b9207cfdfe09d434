package fr.porteouverte.support;

import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.params.HttpParams;

/**
 * What REST Assured makes for each request, without what was most of making it: to say its own
 * version, Apache's client looks for a file in every jar.
 */
final class QuickClient extends DefaultHttpClient {
  private static final HttpParams SETTINGS = new DefaultHttpClient().getParams();

  @Override
  protected HttpParams createHttpParams() {
    return SETTINGS.copy();
  }
}
